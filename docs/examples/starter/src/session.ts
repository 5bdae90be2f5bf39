import type { MemberId } from 'group-invitations'
import { createMiddleware } from 'hono/factory'

/** What a route knows of who asks. */
export interface Session {
  readonly Variables: { memberId: MemberId }
}

/** Only to try the service: whoever sends the header is believed. Put your own login in its place. */
export const loggedIn = createMiddleware<Session>(async (c, next) => {
  const memberId = c.req.header('x-member')
  if (memberId === undefined) return c.text('Who are you? Send the header x-member.\n', 401)
  c.set('memberId', memberId)
  return next()
})
