import {
  adviceForInviter,
  choiceForInviter,
  forInviter,
  forRecipient,
  type GroupChoice,
  type InvitationRequest,
  type ReceivedItem,
  type SentItem,
} from 'group-invitations'
import { en } from 'group-invitations/messages'
import { type Context, Hono } from 'hono'
import { denied } from './denied.js'
import type { Store } from './open-store.js'
import { loggedIn, type Session } from './session.js'

/** The calls of your screens. Who acts is always who is logged in: no path and no body says it. */
export function routesOver({ policy, service, answerService }: Store): Hono<Session> {
  const routes = new Hono<Session>()
  routes.use(loggedIn)

  // Choose, on the profile of a member: into which of my groups may I invite them?
  routes.get('/members/:id/groups', (c) =>
    policy.groupsFor({ inviterId: c.var.memberId, recipientId: c.req.param('id') }).match(
      (groups) => c.json(groups.map(groupToChoose)),
      (error) => denied(c, error, forInviter),
    ),
  )

  // Check a draft while it is written. Nothing is stored.
  routes.post('/invitations/check', async (c) =>
    policy.evaluate(await requestIn(c)).match(
      (approval) => c.json({ advice: en.advice(adviceForInviter(approval)) }),
      (error) => denied(c, error, forInviter),
    ),
  )

  // Send. The client makes the identifier, a UUID, before its first try. To try again with it sends nothing twice.
  routes.put('/invitations/:id', async (c) =>
    service.send(await requestIn(c), { invitationId: c.req.param('id') }).match(
      ({ replayed }) => c.json({ sent: c.req.param('id'), replayed }, replayed ? 200 : 201),
      (error) => denied(c, error, forInviter),
    ),
  )

  // List. For more than the newest 100, pass `{ before, limit }`.
  routes.get('/invitations/received', (c) =>
    answerService.received(c.var.memberId).match(
      ({ items }) => c.json(items.map(received)),
      (error) => denied(c, error, forRecipient),
    ),
  )

  routes.get('/invitations/sent', (c) =>
    answerService.sent(c.var.memberId).match(
      ({ items }) => c.json(items.map(sent)),
      (error) => denied(c, error, forInviter),
    ),
  )

  // Answer. Never by a GET: mail scanners open links.
  routes.post('/invitations/:id/accept', (c) =>
    answerService.accept(answerIn(c)).match(
      (answered) => c.json({ message: en.describeAnswer('accept', answered) }),
      (error) => denied(c, error, forRecipient),
    ),
  )

  routes.post('/invitations/:id/decline', (c) =>
    answerService.decline(answerIn(c)).match(
      (answered) => c.json({ message: en.describeAnswer('decline', answered) }),
      (error) => denied(c, error, forRecipient),
    ),
  )

  routes.post('/invitations/:id/withdraw', (c) =>
    answerService.withdraw(answerIn(c)).match(
      (answered) => c.json({ message: en.describeAnswer('withdraw', answered) }),
      (error) => denied(c, error, forInviter),
    ),
  )

  return routes
}

/** A body may be anything: the library checks it, and says what is wrong. */
async function requestIn(c: Context<Session>): Promise<InvitationRequest> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return { ...(body as InvitationRequest), inviterId: c.var.memberId }
}

const answerIn = (c: Context<Session, '/invitations/:id/:answer'>) => ({
  invitationId: c.req.param('id'),
  memberId: c.var.memberId,
})

// What leaves is chosen field by field: profiles have more than a screen shows.

function groupToChoose(choice: GroupChoice) {
  const disclosed = choiceForInviter(choice)
  const { groupId, group } = disclosed
  return { groupId, name: group?.name, reasons: en.reasons(disclosed) }
}

const received = ({ invitation: { invitationId, text }, inviter, group }: ReceivedItem) => ({
  ...{ invitationId, from: inviter.displayName, group: group.name, text },
})

const sent = ({ invitation: { invitationId, text }, recipient, group, status }: SentItem) => ({
  ...{ invitationId, to: recipient?.displayName, group: group?.name, text, status },
})
