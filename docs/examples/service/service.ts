import {
  adviceForInviter,
  AnswerService,
  choiceForInviter,
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Observe,
  type PaceOptions,
  type Repositories,
  type SendingError,
} from 'group-invitations'
import { messagesFor } from 'group-invitations/messages'
import { type Context, Hono } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { answerRoutes } from './answer-routes.js'
import { keyOf } from './invitation-key.js'
import { listRoutes } from './list-routes.js'
import type { OptOutLinks } from './opt-out-links.js'
import { optOutRoutes } from './opt-out-routes.js'
import type { Log } from './outage.js'
import { contactToChoose, groupToChoose, sentInvitation } from './screen-fields.js'
import { denied, ownPages, type Session, type SessionSettings, turnedAway } from './session.js'

/** How fast a member may send. Somebody who fills a new group needs many at once. */
export const pace: PaceOptions = { burst: 20, every: { minutes: 72 } }

/** What the service needs besides its store. */
export interface ServiceSettings extends SessionSettings {
  readonly links: OptOutLinks
  /** The reader of an answer never learns what has failed: the log does. */
  readonly log: Log
  /** Counts what was not sent, by the real types. Some are private to the recipient: the counters are for the staff. */
  readonly count: (error: SendingError) => void
  /** Records what is decided when a member sends. */
  readonly observe?: Observe | undefined
  readonly clock?: () => Date
}

/** The calls of the invitation screens, and the page behind the link in every e-mail. */
export function invitationRoutes(
  repositories: Repositories,
  { memberOf, origin, links, log, count, observe, clock }: ServiceSettings,
): Hono<Session> {
  const policy = new InvitationPolicy(repositories, { clock, pace })
  // A check is not recorded: the member is still writing.
  const recorded = new InvitationPolicy(repositories, { clock, pace, observe })
  const service = new InvitationService(recorded, repositories)
  const routes = new Hono<Session>()

  routes.route('/opt-out', optOutRoutes(service, repositories, { links, log, memberOf, origin }))

  // A browser adds the login to every request: another site must not make it send one. The mails' link needs no login.
  const isFromOwnPages = ownPages(origin)
  routes.use(async (c, next) => {
    if (!(await isFromOwnPages(c))) return turnedAway(c, 403)
    const memberId = memberOf(c.req.raw)
    if (memberId === undefined) return turnedAway(c, 401)
    c.set('memberId', memberId)
    c.set('log', log)
    c.set('messages', messagesFor(localesIn(c)))
    c.header('Cache-Control', 'no-store')
    return next()
  })

  // On a member's profile: into which of my groups may I invite this member?
  routes.get('/members/:recipientId/groups', async (c) => {
    const { memberId: inviterId } = c.var
    const choices = await policy.groupsFor({ inviterId, recipientId: c.req.param('recipientId') })
    return choices.match(
      (groups) =>
        c.json(groups.map((group) => groupToChoose(choiceForInviter(group), c.var.messages))),
      (error) => denied(c, error, forInviter),
    )
  })

  // In a group: which of my contacts may I invite?
  routes.get('/groups/:groupId/contacts', async (c) => {
    const { memberId: inviterId } = c.var
    const choices = await policy.contactsFor({ inviterId, groupId: c.req.param('groupId') })
    return choices.match(
      (contacts) =>
        c.json(
          contacts.map((contact) => contactToChoose(choiceForInviter(contact), c.var.messages)),
        ),
      (error) => denied(c, error, forInviter),
    )
  })

  // While it is written: would it be sent like this?
  routes.post('/invitations/check', async (c) => {
    const verdict = await policy.evaluate(await requestIn(c))
    return verdict.match(
      (approval) => c.json({ advice: c.var.messages.advice(adviceForInviter(approval)) }),
      (error) => denied(c, error, forInviter),
    )
  })

  // Under a name that the client has made before its first try, so that it may try again after a lost answer.
  routes.put('/invitations/:name', async (c) => {
    const invitationId = keyOf(c.var.memberId, c.req.param('name'))
    const sent = await service.send(await requestIn(c), { invitationId }).orTee(count)
    return sent.match(
      ({ invitation, replayed }) => c.json(sentInvitation(invitation), replayed ? 200 : 201),
      (error) => denied(c, error, forInviter),
    )
  })

  const answers = new AnswerService(policy, repositories)
  routes.route('/', listRoutes(policy, repositories, answers))
  routes.route('/', answerRoutes(service, answers))

  return routes
}

/** What the body says, as the logged-in member. Whatever is wrong with it, the library says so. */
async function requestIn(c: Context<Session>): Promise<InvitationRequest> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return { ...(body as InvitationRequest), inviterId: c.var.memberId }
}

/** The reader's languages, the one that they like best first. */
const localesIn = (c: Context) =>
  parseAccept(c.req.header('Accept-Language') ?? '').map(({ type }) => type)
