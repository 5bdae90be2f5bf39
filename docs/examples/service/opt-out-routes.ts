import type { InvitationService } from 'group-invitations'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { OptOutLinks } from './opt-out-links.js'
import { type Outage, outageOf } from './outage.js'

/**
 * The page behind the link in every e-mail (RFC 8058). Looking at it changes nothing, since mail scanners do; a POST
 * switches group invitations off at once, be it from the page's button or from the mail program's own.
 */
export function optOutRoutes(
  service: InvitationService,
  links: OptOutLinks,
  log: (outage: Outage) => void,
): Hono {
  const memberIn = (c: Context) => links.memberOf(c.req.query('token') ?? '')

  const routes = new Hono()

  routes.use((c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    return next()
  })

  routes.get('/', (c) =>
    memberIn(c) === undefined
      ? c.html(page('This link is not complete. Please open it from the e-mail.'), 404)
      : c.html(
          page(
            'Would you rather not be invited into groups any more?',
            html`<form method="post"><button>Switch off group invitations</button></form>`,
          ),
        ),
  )

  routes.post('/', async (c) => {
    const memberId = memberIn(c)
    if (memberId === undefined) return c.html(page('This link is not complete.'), 404)
    const done = await service.optOut(memberId)
    return done.match(
      () => c.html(page('Nobody can invite you into groups any more.')),
      (error) => {
        if (error.type === 'DependencyFailed') log(outageOf(error))
        return c.html(page('Something has failed on our side. Please try again.'), 503)
      },
    )
  })

  return routes
}

const page = (words: string, form: ReturnType<typeof html> | string = '') =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>Group invitations</title>
      <h1>Group invitations</h1>
      <p>${words}</p>
      ${form}
    </html>`
