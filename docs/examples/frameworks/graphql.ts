import {
  adviceForInviter,
  type AnswerAction,
  type AnsweredInvitation,
  type AnswerService,
  type Denial,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationDraft,
  type InvitationId,
  type InvitationService,
  type LogRecord,
  type MemberId,
  toLogRecord,
} from 'group-invitations'
import { type ProblemError, toProblemDetails } from 'group-invitations/http'
import type { Messages } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { keyOf } from '../service/invitation-key.js'
import { receivedItem, sentItem } from '../service/screen-fields.js'

/** What your server makes for each request of somebody who is logged in. Others get its error. */
export interface InvitationsContext {
  /** The acting member comes from here, never from an argument. */
  readonly memberId: MemberId
  readonly messages: Messages
}

export interface InvitationsServices {
  readonly service: InvitationService<Denial>
  readonly answers: AnswerService
  /** The reader never learns what has failed: the log does. */
  readonly log: (outage: LogRecord) => void
}

type Nullable<Fields> = { readonly [Key in keyof Fields]: Fields[Key] | null }
type PageArguments = Nullable<{ before?: InvitationId; limit?: number }>
interface SendArguments {
  readonly draft: Nullable<InvitationDraft> & InvitationDraft
  readonly key?: string | null
}
interface AnswerArguments {
  readonly invitationId: InvitationId
}

/** The resolvers of `typeDefs`, for Yoga, Apollo, Mercurius and others. */
export function invitationResolvers({ service, answers, log }: InvitationsServices) {
  /** The fields of the type that the error is disclosed as; `__typename` chooses it. */
  const problem = <Failure extends { readonly type: string }>(
    error: Failure,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
    messages: Messages,
  ) => {
    if (error.type === 'DependencyFailed') log(toLogRecord(error))
    const disclosed = disclose(error)
    const { detail, errors } = toProblemDetails(disclosed, { messages })
    return {
      ...{ __typename: disclosed.type, message: detail },
      denials: errors.map(denialIn),
      issues: errors.map((issue) => issue.detail),
    }
  }

  const answered = async <Failure extends { readonly type: string }>(
    action: AnswerAction,
    answer: ResultAsync<AnsweredInvitation, Failure>,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
    messages: Messages,
  ) =>
    (await answer).match(
      // Without the status: someone who declines a withdrawn invitation has declined it, as far as they know.
      ({ invitation: { invitationId }, standing }): object => ({
        ...{ __typename: 'AnsweredInvitation', invitationId, standing },
        message: messages.describeAnswer(action, { standing }),
      }),
      (error) => problem(error, disclose, messages),
    )

  return {
    Query: {
      receivedInvitations: async (
        _: unknown,
        page: PageArguments,
        { memberId, messages }: InvitationsContext,
      ) =>
        (await answers.received(memberId, pageIn(page))).match(
          ({ items, ...rest }) => ({
            ...{ __typename: 'ReceivedInvitations', ...rest },
            items: items.map((item) => inStrings(receivedItem(item))),
          }),
          (error) => problem(error, forRecipient, messages),
        ),
      sentInvitations: async (
        _: unknown,
        page: PageArguments,
        { memberId, messages }: InvitationsContext,
      ) =>
        (await answers.sent(memberId, pageIn(page))).match(
          ({ items, ...rest }) => ({
            ...{ __typename: 'SentInvitations', ...rest },
            items: items.map((item) => inStrings(sentItem(item, messages))),
          }),
          (error) => problem(error, forInviter, messages),
        ),
    },
    Mutation: {
      sendInvitation: async (
        _: unknown,
        { draft, key }: SendArguments,
        { memberId: inviterId, messages }: InvitationsContext,
      ) => {
        const { subject, reference } = draft
        const sent = await service.send(
          // A variable that a client leaves empty is null, which the library takes for a wrong value.
          { ...draft, subject: subject ?? undefined, reference: reference ?? undefined, inviterId },
          { invitationId: key == null ? undefined : keyOf(inviterId, key) },
        )
        return sent.match(
          (done): object => ({
            ...{ __typename: 'SentInvitation', replayed: done.replayed },
            invitationId: done.invitation.invitationId,
            advice: messages.advice(adviceForInviter(done)),
          }),
          (error) => problem(error, forInviter, messages),
        )
      },
      acceptInvitation: (
        _: unknown,
        { invitationId }: AnswerArguments,
        { memberId, messages }: InvitationsContext,
      ) => {
        const answer = answers.accept({ invitationId, memberId })
        return answered('accept', answer, forRecipient, messages)
      },
      declineInvitation: (
        _: unknown,
        { invitationId }: AnswerArguments,
        { memberId, messages }: InvitationsContext,
      ) => {
        const answer = answers.decline({ invitationId, memberId })
        return answered('decline', answer, forRecipient, messages)
      },
      withdrawInvitation: (
        _: unknown,
        { invitationId }: AnswerArguments,
        { memberId, messages }: InvitationsContext,
      ) => {
        const answer = answers.withdraw({ invitationId, memberId })
        return answered('withdraw', answer, forInviter, messages)
      },
    },
  }
}

const pageIn = ({ before, limit }: PageArguments) => ({
  ...{ before: before ?? undefined, limit: limit ?? undefined },
})

const denialIn = ({ type, detail, pointer, retryAt, repeatableAt }: ProblemError) => ({
  ...{ type, message: detail, field: pointer?.replace('#/', '') },
  ...inStrings({ retryAt, repeatableAt }),
})

/** GraphQL would write a `Date` as a number of milliseconds. */
function inStrings<Fields extends object>(fields: Fields) {
  const entries = Object.entries(fields).map(([name, value]: [string, unknown]) => [
    ...[name, value instanceof Date ? value.toISOString() : value],
  ])
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>
}
