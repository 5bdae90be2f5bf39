import { type Disclosed, type DisclosedToRecipient, toLogRecord } from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import type { Context } from 'hono'

/**
 * Answers with problem details: only what `disclose` leaves of the error, since some reasons are private. What has
 * failed, and why, goes into the log.
 */
export function denied<Failure extends { readonly type: string }>(
  c: Context,
  error: Failure,
  disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
): Response {
  if (error.type === 'DependencyFailed') console.error(toLogRecord(error))
  const { retryAfter, ...problem } = toProblemDetails(disclose(error), { locale: 'en' })
  if (retryAfter !== undefined) c.header('Retry-After', retryAfter)
  return c.json(problem, problem.status, { 'Content-Type': PROBLEM_MEDIA_TYPE })
}
