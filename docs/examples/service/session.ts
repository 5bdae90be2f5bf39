import type { Disclosed, DisclosedToRecipient, MemberId } from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import type { Messages } from 'group-invitations/messages'
import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { type Log, logOutage } from './outage.js'

/** What a route knows of who asks. */
export interface Session {
  readonly Variables: {
    /** Who is logged in. No route takes the acting member from a path or a body. */
    memberId: MemberId
    messages: Messages
    log: Log
  }
}

/** How the service knows who asks, and from where. */
export interface SessionSettings {
  /** Who is logged in: the acting member comes from here, never from a path or a body. */
  readonly memberOf: (request: Request) => MemberId | undefined
  /** The origin that browsers see, such as `https://elbnetz.example`. Behind a proxy, a request has another one. */
  readonly origin: string
}

/**
 * Whether a browser sends a request from the service's own pages, so that another site cannot use its login.
 *
 * It checks what a form can send: a body of a form's types, or of none. Anything else, such as JSON, a script of another
 * site may send only after the browser has asked (CORS), and this service never allows it. Leave it that way.
 */
export function ownPages(
  origin: string,
): (c: Parameters<MiddlewareHandler>[0]) => Promise<boolean> {
  const check = csrf({ origin })
  return (c) =>
    check(c, () => Promise.resolve()).then(
      () => true,
      () => false,
    )
}

/** Answers with a problem that is about no invitation. */
export function turnedAway(c: Context, status: 401 | 403): Response {
  const [title, detail] = TURNED_AWAY[status]
  const problem = { title, status, detail, instance: pathOf(c) }
  return c.json(problem, status, { 'Content-Type': PROBLEM_MEDIA_TYPE })
}

const TURNED_AWAY = {
  401: ['Unauthorized', 'Please log in.'],
  403: ['Forbidden', 'Please use the pages of this service.'],
} as const

/**
 * Answers with problem details: what `forInviter` or `forRecipient` has left of the error. What has failed goes into the
 * log alone.
 */
export function denied<Failure extends { readonly type: string }>(
  c: Context<Session>,
  error: Failure,
  disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
): Response {
  logOutage(c.var.log, error)
  const { messages } = c.var
  const problem = toProblemDetails(disclose(error), { instance: pathOf(c), messages })
  const { status, retryAfter } = problem
  return c.json(problem, status, {
    'Content-Type': PROBLEM_MEDIA_TYPE,
    ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
  })
}

const pathOf = (c: Context) => new URL(c.req.url).pathname
