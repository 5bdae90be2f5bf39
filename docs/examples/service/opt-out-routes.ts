import type { DependencyFailed, InvalidRequest, InvitationService } from 'group-invitations'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { okAsync, ResultAsync } from 'neverthrow'
import { ALL, type OptOutChoice, optOutChoices, type OptOutStores } from './opt-out-choices.js'
import type { OptOutLink, OptOutLinks } from './opt-out-links.js'
import { type Outage, outageOf } from './outage.js'

/** What the routes need besides the service and its stores. */
interface OptOutSettings {
  readonly links: OptOutLinks
  readonly log: (outage: Outage) => void
}

/**
 * The page behind the link in every e-mail (RFC 8058). Looking at it changes nothing, since mail scanners do.
 *
 * - A POST without a choice, as mail programs send it, switches all group invitations off at once.
 * - A button of the page sends a choice: everything, or the inviter or the group of that e-mail, each off or on again.
 */
export function optOutRoutes(
  service: InvitationService,
  stores: OptOutStores,
  { links, log }: OptOutSettings,
): Hono {
  const linkIn = (c: Context) => links.openedBy(c.req.query('token') ?? '')
  const choicesOf = (link: OptOutLink) =>
    ResultAsync.fromPromise(optOutChoices(stores, link), (cause): DependencyFailed => ({
      ...{ type: 'DependencyFailed', dependency: 'opt-out page', operation: 'find' },
      ...{ effect: 'none', cause },
    }))
  const incomplete = (c: Context) =>
    c.html(page('This link is not complete. Please open it from the e-mail.'), 404)
  const failed = (c: Context, error: DependencyFailed | InvalidRequest) => {
    if (error.type === 'DependencyFailed') log(outageOf(error))
    return c.html(page('Something has failed on our side. Please try again.'), 503)
  }

  const routes = new Hono()

  routes.use((c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    return next()
  })

  routes.get('/', async (c) => {
    const link = linkIn(c)
    if (link === undefined) return incomplete(c)
    return (await choicesOf(link)).match(
      (choices) => c.html(page(introduction(choices), settings(choices))),
      (error) => failed(c, error),
    )
  })

  routes.post('/', async (c) => {
    const link = linkIn(c)
    if (link === undefined) return incomplete(c)
    const button = await buttonIn(c)
    // One click must not wait for what it does not need, nor fail with it.
    const choices = await (button === ONE_CLICK ? okAsync([ALL]) : choicesOf(link))
    if (choices.isErr()) return failed(c, choices.error)
    const [name, to] = button.split('-')
    const chosen = choices.value.find((choice) => choice.name === name)
    if (chosen === undefined || (to !== 'off' && to !== 'on')) {
      return c.html(page('This choice does not exist any more.', BACK), 400)
    }
    const { optOut, words } = chosen
    const { memberId } = link
    const set = to === 'off' ? service.optOut(memberId, optOut) : service.optIn(memberId, optOut)
    return (await set).match(
      () => c.html(page(`Switched ${to === 'off' ? 'off' : 'on again'}: ${words}.`, BACK)),
      (error) => failed(c, error),
    )
  })

  return routes
}

const ONE_CLICK = 'all-off'

/** The button of the page that was pressed, as `inviter-off`. A mail program has another body, and means everything. */
async function buttonIn(c: Context): Promise<string> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  return typeof body['button'] === 'string' ? body['button'] : ONE_CLICK
}

const introduction = (choices: readonly OptOutChoice[]) =>
  choices.some(({ name, isOff }) => name === 'all' && isOff)
    ? 'Nobody can invite you into groups.'
    : 'Would you rather not be invited into groups any more?'

// The same address, with its token.
const BACK = html`<p><a href="">See what is switched off</a></p>`

/** What is set, and for each a button that changes it. */
const settings = (choices: readonly OptOutChoice[]) =>
  html`<form method="post">
    <ul>
      ${choices.map(
        ({ name, words, isOff }) =>
          html`<li>
            <span>${isOff ? 'Off' : 'On'}: ${words}.</span>
            <button name="button" value="${name}-${isOff ? 'on' : 'off'}">
              Switch ${isOff ? 'on' : 'off'} ${words}
            </button>
          </li>`,
      )}
    </ul>
  </form>`

const page = (words: string, others: ReturnType<typeof html> | string = '') =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>Group invitations</title>
      <h1>Group invitations</h1>
      <p>${words}</p>
      ${others}
    </html>`
