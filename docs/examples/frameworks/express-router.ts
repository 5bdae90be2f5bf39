import { json, type Request, type Response, Router } from 'express'
import {
  type AnswerAction,
  type AnsweredInvitation,
  type AnswerService,
  type Denial,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationDraft,
  type InvitationService,
  type LogRecord,
  type MemberId,
  type PageOptions,
  toLogRecord,
} from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import { messagesFor } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { keyOf } from '../service/invitation-key.js'
import { receivedItem, sentInvitation, sentItem } from '../service/screen-fields.js'

export interface InvitationRouterOptions {
  readonly service: InvitationService<Denial>
  readonly answers: AnswerService
  /** Who is logged in. The acting member comes from here alone, never from a path or a body. */
  readonly memberOf: (request: Request) => MemberId | undefined
  /** The reader's languages, in their order of preference. */
  readonly localesOf?: (request: Request) => readonly string[]
  /** The reader never learns what has failed: the log does. */
  readonly log: (outage: LogRecord) => void
}

type Call = readonly [request: Request, response: Response]

/** The routes of invitations: `app.use('/invitations', invitationRouter({ … }))`. */
export function invitationRouter(options: InvitationRouterOptions): Router {
  const { service, answers, memberOf, localesOf, log } = options
  const messagesOf = (request: Request) => messagesFor(localesOf?.(request))

  const asMember =
    (handler: (memberId: MemberId, ...call: Call) => Promise<unknown>) =>
    async (request: Request, response: Response): Promise<void> => {
      const memberId = memberOf(request)
      if (memberId !== undefined) await handler(memberId, request, response)
      else problem(response, { title: 'Unauthorized', status: 401, detail: 'Please log in.' })
    }

  /** Sends what `forInviter` or `forRecipient` has left of an error. */
  const denied = <Failure extends { readonly type: string }>(
    [request, response]: Call,
    error: Failure,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) => {
    if (error.type === 'DependencyFailed') log(toLogRecord(error))
    const details = toProblemDetails(disclose(error), { messages: messagesOf(request) })
    if (details.retryAfter !== undefined) response.set('Retry-After', details.retryAfter)
    return problem(response, details)
  }

  const router = Router()
  // Only a draft has a body: the other routes do not look at theirs.
  router.post(
    '/',
    json(),
    asMember(async (inviterId, request, response) => {
      const key = request.get('Idempotency-Key')
      const sent = await service.send(
        // Whatever the body says of the inviter is overwritten. `send` says what is wrong with the rest.
        { ...(request.body as InvitationDraft), inviterId },
        { invitationId: key === undefined ? undefined : keyOf(inviterId, key) },
      )
      return sent.match(
        ({ invitation, replayed }) =>
          response.status(replayed ? 200 : 201).json(sentInvitation(invitation)),
        (error) => denied([request, response], error, forInviter),
      )
    }),
  )

  /** Without the status: someone who declines a withdrawn invitation has declined it, as far as they know. */
  const answered = async <Failure extends { readonly type: string }>(
    [request, response]: Call,
    action: AnswerAction,
    answer: ResultAsync<AnsweredInvitation, Failure>,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) =>
    (await answer).match(
      ({ invitation: { invitationId }, standing }) => {
        const message = messagesOf(request).describeAnswer(action, { standing })
        return response.json({ invitationId, standing, message })
      },
      (error) => denied([request, response], error, disclose),
    )

  router.post(
    '/:id/accept',
    asMember((memberId, ...call) => {
      const answer = answers.accept({ invitationId: idIn(call), memberId })
      return answered(call, 'accept', answer, forRecipient)
    }),
  )

  router.post(
    '/:id/decline',
    asMember((memberId, ...call) => {
      const answer = answers.decline({ invitationId: idIn(call), memberId })
      return answered(call, 'decline', answer, forRecipient)
    }),
  )

  // For the inviter, and for the moderators of the group.
  router.post(
    '/:id/withdraw',
    asMember((memberId, ...call) => {
      const answer = answers.withdraw({ invitationId: idIn(call), memberId })
      return answered(call, 'withdraw', answer, forInviter)
    }),
  )

  router.get(
    '/received',
    asMember(async (memberId, ...call) =>
      (await answers.received(memberId, pageIn(call))).match(
        ({ items, ...page }) => call[1].json({ items: items.map(receivedItem), ...page }),
        (error) => denied(call, error, forRecipient),
      ),
    ),
  )

  router.get(
    '/sent',
    asMember(async (memberId, ...call) =>
      (await answers.sent(memberId, pageIn(call))).match(
        ({ items, ...page }) => {
          const messages = messagesOf(call[0])
          return call[1].json({ items: items.map((item) => sentItem(item, messages)), ...page })
        },
        (error) => denied(call, error, forInviter),
      ),
    ),
  )

  return router
}

const problem = <Details extends { readonly status: number }>(
  response: Response,
  details: Details,
) => response.status(details.status).type(PROBLEM_MEDIA_TYPE).json(details)

const idIn = ([{ params }]: Call) => String(params['id'])

/** Everything in a query is a string, and only the number has to become one. */
function pageIn([{ query }]: Call): PageOptions {
  const { before, limit } = query as Readonly<Partial<Record<string, string>>>
  return { before, limit: limit === undefined ? undefined : Number(limit) }
}
