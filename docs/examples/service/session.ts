import type { DependencyFailed, Disclosed, DisclosedToRecipient, MemberId } from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import type { Messages } from 'group-invitations/messages'
import type { Context } from 'hono'
import { type Outage, outageOf } from './outage.js'

/** What a route knows of who asks. */
export interface Session {
  readonly Variables: {
    /** Who is logged in. No route takes the acting member from a path or a body. */
    memberId: MemberId
    messages: Messages
    log: (outage: Outage) => void
  }
}

/**
 * Answers with problem details: what `forInviter` or `forRecipient` has left of the error. What has failed goes into the
 * log alone.
 */
export function denied<Failure extends { readonly type: string } | DependencyFailed>(
  c: Context<Session>,
  error: Failure,
  disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
): Response {
  if (isOutage(error)) c.var.log(outageOf(error))
  const { pathname } = new URL(c.req.url)
  const { messages } = c.var
  const problem = toProblemDetails(disclose(error), { instance: pathname, messages })
  return c.json(problem, problem.status, { 'Content-Type': PROBLEM_MEDIA_TYPE })
}

function isOutage(error: { readonly type: string }): error is DependencyFailed {
  return error.type === 'DependencyFailed'
}
