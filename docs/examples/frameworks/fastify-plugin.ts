import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
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
import { invitationDraftSchema } from 'group-invitations/form'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import { messagesFor } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { keyOf } from '../service/invitation-key.js'
import { receivedItem, sentInvitation, sentItem } from '../service/screen-fields.js'

export interface InvitationRoutesOptions {
  readonly service: InvitationService<Denial>
  readonly answers: AnswerService
  /** Who is logged in. The acting member comes from here alone, never from a path or a body. */
  readonly memberOf: (request: FastifyRequest) => MemberId | undefined
  /** The reader's languages, in their order of preference. */
  readonly localesOf?: (request: FastifyRequest) => readonly string[]
  /** The reader never learns what has failed: the log does. */
  readonly log: (outage: LogRecord) => void
}

type Call = readonly [request: FastifyRequest, reply: FastifyReply]

/** The routes of invitations: `app.register(invitationRoutes, { prefix: '/invitations', … })`. */
export const invitationRoutes: FastifyPluginCallback<InvitationRoutesOptions> = (
  app,
  { service, answers, memberOf, localesOf, log },
  done,
) => {
  const messagesOf = (request: FastifyRequest) => messagesFor(localesOf?.(request))

  const asMember =
    (handler: (memberId: MemberId, ...call: Call) => Promise<unknown>) =>
    (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const memberId = memberOf(request)
      if (memberId !== undefined) return handler(memberId, request, reply)
      const problem = { title: 'Unauthorized', status: 401, detail: 'Please log in.' }
      return Promise.resolve(reply.code(401).type(PROBLEM_MEDIA_TYPE).send(problem))
    }

  /** Sends what `forInviter` or `forRecipient` has left of an error. */
  const denied = <Failure extends { readonly type: string }>(
    [request, reply]: Call,
    error: Failure,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) => {
    if (error.type === 'DependencyFailed') log(toLogRecord(error))
    const problem = toProblemDetails(disclose(error), { messages: messagesOf(request) })
    const { status, retryAfter } = problem
    const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter }
    return reply.code(status).type(PROBLEM_MEDIA_TYPE).headers(headers).send(problem)
  }

  app.post('/', {
    schema: {
      summary: 'Sends an invitation',
      // @fastify/swagger shows it.
      body: invitationDraftSchema['~standard'].jsonSchema.input({ target: 'draft-07' }),
      headers: { type: 'object', properties: { 'idempotency-key': { type: 'string' } } },
    },
    // Fastify answers nothing by itself: `send` checks the draft too, and says all that is wrong with it.
    attachValidation: true,
    handler: asMember(async (inviterId, request, reply) => {
      const key = request.headers['idempotency-key']
      const sent = await service.send(
        // Whatever the body says of the inviter is overwritten.
        { ...(request.body as InvitationDraft), inviterId },
        { invitationId: key === undefined ? undefined : keyOf(inviterId, String(key)) },
      )
      return sent.match(
        ({ invitation, replayed }) =>
          reply.code(replayed ? 200 : 201).send(sentInvitation(invitation)),
        (error) => denied([request, reply], error, forInviter),
      )
    }),
  })

  /** Without the status: someone who declines a withdrawn invitation has declined it, as far as they know. */
  const answered = async <Failure extends { readonly type: string }>(
    [request, reply]: Call,
    action: AnswerAction,
    answer: ResultAsync<AnsweredInvitation, Failure>,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) =>
    (await answer).match(
      ({ invitation: { invitationId }, standing }): object => {
        const message = messagesOf(request).describeAnswer(action, { standing })
        return { invitationId, standing, message }
      },
      (error) => denied([request, reply], error, disclose),
    )

  app.post(
    '/:id/accept',
    asMember((memberId, ...call) => {
      const answer = answers.accept({ invitationId: idIn(call), memberId })
      return answered(call, 'accept', answer, forRecipient)
    }),
  )

  app.post(
    '/:id/decline',
    asMember((memberId, ...call) => {
      const answer = answers.decline({ invitationId: idIn(call), memberId })
      return answered(call, 'decline', answer, forRecipient)
    }),
  )

  // For the inviter, and for the moderators of the group.
  app.post(
    '/:id/withdraw',
    asMember((memberId, ...call) => {
      const answer = answers.withdraw({ invitationId: idIn(call), memberId })
      return answered(call, 'withdraw', answer, forInviter)
    }),
  )

  app.get('/received', {
    schema: { summary: 'What the member can answer', querystring: PAGE },
    attachValidation: true,
    handler: asMember(async (memberId, ...call) =>
      (await answers.received(memberId, pageIn(call))).match(
        ({ items, ...page }) => ({ items: items.map(receivedItem), ...page }),
        (error) => denied(call, error, forRecipient),
      ),
    ),
  })

  app.get('/sent', {
    schema: { summary: 'What the member has sent', querystring: PAGE },
    attachValidation: true,
    handler: asMember(async (memberId, ...call) =>
      (await answers.sent(memberId, pageIn(call))).match(
        ({ items, ...page }) => ({
          items: items.map((item) => sentItem(item, messagesOf(call[0]))),
          ...page,
        }),
        (error) => denied(call, error, forInviter),
      ),
    ),
  })

  done()
}

const PAGE = {
  type: 'object',
  properties: {
    before: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 1000 },
  },
}

const idIn = ([{ params }]: Call) => (params as { readonly id: string }).id

/** What does not fit the schema is still a string here, and the library says what is wrong with it. */
function pageIn([{ query }]: Call): PageOptions {
  const { before, limit } = query as { readonly before?: string; readonly limit?: unknown }
  return { before, limit: limit === undefined ? undefined : Number(limit) }
}
