import {
  type AnsweredInvitation,
  type AnswerService,
  forInviter,
  forRecipient,
  type InvitationService,
  type OptOut,
} from 'group-invitations'
import { type Context, Hono } from 'hono'
import { denied, type Session } from './session.js'

/**
 * What the screens call after an invitation was sent: the three answers, and "never again".
 *
 * No answer is given by a GET: mail scanners and browsers open links in advance. Identifiers go to the library as they
 * come, and what is wrong with them comes back as a problem.
 */
export function answerRoutes(service: InvitationService, answers: AnswerService): Hono<Session> {
  const routes = new Hono<Session>()

  routes.post('/invitations/:id/accept', async (c) =>
    (await answers.accept(answerIn(c))).match(
      (answered) => c.json(answer(c, 'accept', answered)),
      (error) => denied(c, error, forRecipient),
    ),
  )

  routes.post('/invitations/:id/decline', async (c) =>
    (await answers.decline(answerIn(c))).match(
      (answered) => c.json(answer(c, 'decline', answered)),
      (error) => denied(c, error, forRecipient),
    ),
  )

  // For the inviter, and for the moderators of the group.
  routes.post('/invitations/:id/withdraw', async (c) =>
    (await answers.withdraw(answerIn(c))).match(
      (answered) => c.json(answer(c, 'withdraw', answered)),
      (error) => denied(c, error, forInviter),
    ),
  )

  // "Never again from this person", "never again into this group", and the way back.
  for (const [path, optOutOf] of MUTES) {
    routes.put(path, (c) => set(c, service.optOut(c.var.memberId, optOutOf(c.req.param('id')))))
    routes.delete(path, (c) => set(c, service.optIn(c.var.memberId, optOutOf(c.req.param('id')))))
  }

  return routes
}

const MUTES: readonly [path: '/mutes/members/:id' | '/mutes/groups/:id', (id: string) => OptOut][] =
  [
    ['/mutes/members/:id', (inviterId) => ({ inviterId })],
    ['/mutes/groups/:id', (groupId) => ({ groupId })],
  ]

async function set(
  c: Context<Session>,
  done: ReturnType<InvitationService['optOut']>,
): Promise<Response> {
  return done.match(
    () => c.body(null, 204),
    (error) => denied(c, error, forRecipient),
  )
}

const answerIn = (c: Context<Session, '/invitations/:id/:action'>) => ({
  invitationId: c.req.param('id'),
  memberId: c.var.memberId,
})

/** Without the status: someone who declines an invitation that was withdrawn has declined it, as far as they know. */
function answer(
  c: Context<Session>,
  action: 'accept' | 'decline' | 'withdraw',
  answered: AnsweredInvitation,
) {
  const { invitation, standing } = answered
  const message = c.var.messages.describeAnswer(action, answered)
  return { invitationId: invitation.invitationId, standing, message }
}
