import {
  type AnswerService,
  forInviter,
  forRecipient,
  type InvitationPolicy,
  type PageOptions,
  type Repositories,
} from 'group-invitations'
import { type Context, Hono } from 'hono'
import { findReceived } from './find-received.js'
import { receivedItem, sentItem } from './screen-fields.js'
import { denied, type Session } from './session.js'

/** What the screens show after an invitation was sent: two lists, and the page that the button of a message leads to. */
export function listRoutes(
  policy: InvitationPolicy,
  repositories: Repositories,
  answers: AnswerService,
): Hono<Session> {
  const routes = new Hono<Session>()

  routes.get('/invitations/received', async (c) =>
    (await answers.received(c.var.memberId, pageIn(c))).match(
      ({ items, ...page }) => c.json({ items: items.map(receivedItem), ...page }),
      (error) => denied(c, error, forRecipient),
    ),
  )

  routes.get('/invitations/sent', async (c) =>
    (await answers.sent(c.var.memberId, pageIn(c))).match(
      ({ items, ...page }) =>
        c.json({ items: items.map((item) => sentItem(item, c.var.messages)), ...page }),
      (error) => denied(c, error, forInviter),
    ),
  )

  // For the recipient alone. It shows, and changes nothing: mail scanners open what a button leads to.
  routes.get('/invitations/:id', async (c) =>
    (await findReceived(policy, repositories, c.var.memberId, c.req.param('id'))).match(
      (item) => c.json(receivedItem(item)),
      (error) => denied(c, error, forRecipient),
    ),
  )

  return routes
}

/** Everything in a query is a string, and only the number has to become one. What is none, the library says. */
function pageIn(c: Context): PageOptions {
  const limit = c.req.query('limit')
  return { before: c.req.query('before'), limit: limit === undefined ? undefined : Number(limit) }
}
