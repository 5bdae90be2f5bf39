import type { DependencyFailed, InvalidRequest, InvitationService } from 'group-invitations'
import { type Context, Hono } from 'hono'
import { ResultAsync } from 'neverthrow'
import {
  findOptOut,
  findSettings,
  type OptOutName,
  type OptOutStores,
  WORDS,
} from './opt-out-choices.js'
import type { OptOutLink, OptOutLinks } from './opt-out-links.js'
import { pageForAnybody, pageForMember, pageOfWords, SIGN_IN } from './opt-out-page.js'
import { type Log, logOutage } from './outage.js'
import { ownPages, type SessionSettings } from './session.js'

/** What the routes need besides the service and its stores. */
interface OptOutSettings extends SessionSettings {
  readonly links: OptOutLinks
  readonly log: Log
}

/**
 * The page behind the link in every e-mail (RFC 8058). Looking at it changes nothing, since mail scanners do.
 *
 * - Someone who has the link may switch off, and learns nothing: mails are forwarded, also to the inviter. A POST as mail
 *   programs send it switches all group invitations off at once; a button also the inviter or the group of that e-mail.
 * - What is set, and the way back, are for the member who is signed in.
 */
export function optOutRoutes(
  service: InvitationService,
  stores: OptOutStores,
  { links, log, memberOf, origin }: OptOutSettings,
): Hono {
  const linkIn = (c: Context) => links.openedBy(c.req.query('token') ?? '')
  const isMember = (c: Context, link: OptOutLink) => memberOf(c.req.raw) === link.memberId
  const isFromOwnPages = ownPages(origin)
  const incomplete = (c: Context) =>
    c.html(pageOfWords('This link is not complete. Please open it from the e-mail.', NO_WAY), 404)
  const failed = (c: Context, error: DependencyFailed | InvalidRequest) => {
    logOutage(log, error)
    return c.html(pageOfWords('Something has failed on our side. Please try again.', NO_WAY), 503)
  }

  const routes = new Hono()

  routes.use((c, next) => {
    c.header('Cache-Control', 'no-store')
    // With `no-referrer` browsers would send the page's own forms with `Origin: null`.
    c.header('Referrer-Policy', 'same-origin')
    // In a frame of another site, the member could press a button without seeing it.
    c.header('Content-Security-Policy', "frame-ancestors 'none'")
    return next()
  })

  routes.get('/', async (c) => {
    const link = linkIn(c)
    if (link === undefined) return incomplete(c)
    if (!isMember(c, link)) return c.html(pageForAnybody())
    return (await found(findSettings(stores, link))).match(
      (settings) => c.html(pageForMember(settings)),
      (error) => failed(c, error),
    )
  })

  routes.post('/', async (c) => {
    const link = linkIn(c)
    if (link === undefined) return incomplete(c)
    const order = await orderIn(c)
    if (order === undefined) return c.html(pageOfWords('There is no such choice.', BACK), 400)
    const { name, to } = order
    // Another site that has the token could make the member's browser send this.
    const isAllowed = to === 'off' || (isMember(c, link) && (await isFromOwnPages(c)))
    if (!isAllowed) return c.html(pageOfWords(SIGN_IN, BACK), 403)

    const { memberId } = link
    const optOut = await found(findOptOut(stores, link, name))
    if (optOut.isErr()) return failed(c, optOut.error)
    if (optOut.value === undefined) return c.html(pageOfWords(GONE, BACK), 410)
    const change =
      to === 'off' ? service.optOut(memberId, optOut.value) : service.optIn(memberId, optOut.value)
    return (await change).match(
      // The page says what is set now: the way back from one leaves the others.
      () =>
        to === 'off'
          ? c.html(pageOfWords(`Switched off: ${WORDS[name]}.`, BACK))
          : c.redirect(new URL(c.req.url).search, 303),
      (error) => failed(c, error),
    )
  })

  return routes
}

const BACK = { back: true }
const NO_WAY = { back: false }
const GONE = 'This invitation was deleted. You can still switch off all group invitations.'

interface Order {
  readonly name: OptOutName
  readonly to: 'off' | 'on'
}

const BUTTONS: ReadonlyMap<unknown, Order> = new Map(
  (['all', 'inviter', 'group'] as const).flatMap((name) =>
    (['off', 'on'] as const).map((to) => [`${name}-${to}`, { name, to }]),
  ),
)

/** What a form of exactly one field asks for: a button of the page, or the one click of a mail program (RFC 8058). */
async function orderIn(c: Context): Promise<Order | undefined> {
  const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}))
  const [field, ...others] = Object.entries(form)
  if (field === undefined || others.length > 0) return undefined
  const [key, value] = field
  if (key === 'List-Unsubscribe' && value === 'One-Click') return { name: 'all', to: 'off' }
  return key === 'button' ? BUTTONS.get(value) : undefined
}

function found<Value>(looked: Promise<Value>): ResultAsync<Value, DependencyFailed> {
  return ResultAsync.fromPromise(looked, (cause) => ({
    ...{ type: 'DependencyFailed', dependency: 'opt-out page', operation: 'find' },
    ...{ effect: 'none', cause },
  }))
}
