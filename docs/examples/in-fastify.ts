import { forInviter, type InvitationService } from 'group-invitations'
import { invitationDraftSchema } from 'group-invitations/form'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'

/** What the route uses of Fastify's request, so that this file compiles without Fastify. */
interface AnyRequest {
  readonly body: unknown
}

/** What it uses of Fastify's reply. */
interface Reply {
  code(status: number): Reply
  type(mediaType: string): Reply
  header(name: string, value: string): Reply
  send(payload: unknown): unknown
}

const { jsonSchema, validate } = invitationDraftSchema['~standard']

/** A route that sends an invitation, for `app.route`. Only the session knows who the inviter is. */
export const invitationRoute = <Request extends AnyRequest>(
  service: InvitationService,
  inviterOf: (request: Request) => string,
) => ({
  method: 'POST' as const,
  url: '/invitations',
  // Fastify checks the body by it, and @fastify/swagger shows it.
  schema: { body: jsonSchema.input({ target: 'draft-07' }) },
  // The words are those of `validate`, and Fastify answers nothing by itself.
  attachValidation: true,
  handler: async (request: Request, reply: Reply) => {
    // The body may have other fields still, and a text of 501 characters.
    const draft = validate(request.body)
    if (draft.issues) return reply.code(422).send({ issues: draft.issues })
    const sent = await service.send({ ...draft.value, inviterId: inviterOf(request) })
    return sent.match(
      ({ invitation }) => reply.code(201).send({ invitationId: invitation.invitationId }),
      (error) => {
        const problem = toProblemDetails(forInviter(error))
        if (problem.retryAfter !== undefined) reply.header('Retry-After', problem.retryAfter)
        return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem)
      },
    )
  },
})
