import type { Disclosed, Serialized } from '../disclosure/disclosed.js'
import { disclosedIn } from '../disclosure/disclosed-in.js'
import type { DisclosedToRecipient } from '../disclosure/disclosed-to-recipient.js'
import type { Messages } from '../messages/messages.js'
import { areMessages, type Locales, messagesFor } from '../messages/messages-for.js'
import type { Denial } from '../rules/rule.js'
import { assert, optionsIn } from '../validation/assert.js'
import { kindOf } from './kinds.js'
import { errorsAmong, errorsOf, type ProblemError } from './problem-errors.js'
import { retryAfterOf } from './retry-after.js'

/**
 * The media type of problem details: the `Content-Type` of the response.
 *
 * @since 0.1.0
 */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/**
 * The default beginning of each `type`: a name of this library's own, which leads nowhere.
 *
 * It never changes, and nobody else can take it, since it is a UUID. `docs/errors.md` describes the types that follow it.
 * A service that has its own page about them passes the address of that page as `typeBaseUri`.
 *
 * @since 0.1.0
 */
export const TYPE_BASE_URI = 'urn:uuid:7227bbf5-4a35-45e0-8648-777a92c772d6#'

/**
 * The options of `toProblemDetails`.
 *
 * @since 0.1.0
 */
export interface ProblemOptions {
  /** A URI reference that identifies this occurrence, such as the request's path or an id in the logs. */
  readonly instance?: string | undefined
  /** The text before the name of a type, such as `https://errors.example/invitations#`. Default: `TYPE_BASE_URI`. */
  readonly typeBaseUri?: string | undefined
  /**
   * The reader's language, or several in their order of preference. English and formal German exist; the default is
   * English. It has no effect if `messages` are given.
   */
  readonly locale?: Locales
  /** The reader's time zone as an IANA name. UTC if it is not given or unknown. */
  readonly timeZone?: string | undefined
}

/**
 * The reasons why an invitation was not sent, not answered or not withdrawn, or a list not found, as RFC 9457 problem
 * details.
 *
 * Send it as JSON, with `PROBLEM_MEDIA_TYPE` and `status`.
 *
 * @since 0.1.0
 */
export interface ProblemDetails {
  /** The type of the first reason, as a URI that never changes. */
  readonly type: string
  /** A summary of that type in English. It never changes. */
  readonly title: string
  /** The HTTP status of the first reason. */
  readonly status: 400 | 403 | 409 | 410 | 422 | 429 | 503
  /** All reasons in the reader's language, in one paragraph. */
  readonly detail: string
  /** The `instance` of the options. Absent if none was given. */
  readonly instance?: string
  /** At least one reason, in the order of the disclosed error. */
  readonly errors: readonly ProblemError[]
  /** Advice that does not stop the invitation. Absent if there is none. */
  readonly advisories?: readonly ProblemError[]
  /** The first instant at which the pair is free again. Only with `RateLimited6Months`. */
  readonly repeatableAt?: Date | string
  /**
   * The header `Retry-After`, as an HTTP date: the first full second from which the inviter may send again. Only with the
   * status 429.
   */
  readonly retryAfter?: string
}

const KNOWN = ['instance', 'typeBaseUri', 'locale', 'timeZone', 'messages'] as const

/**
 * Turns a result of `forInviter` or `forRecipient` into problem details.
 *
 * A service that reveals denials of custom rules, or `PrivateDenial`s, passes the `messages` that have words for them.
 * The denial of a custom rule has the status 403. Dates stay as they are given: a `Date`, or a string.
 *
 * @throws TypeError if the error is not disclosed, or if an option is unknown or not as its type says.
 *
 * @since 0.1.0
 */
export function toProblemDetails(
  disclosed: Disclosed | DisclosedToRecipient | Serialized<Disclosed | DisclosedToRecipient>,
  options?: ProblemOptions,
): ProblemDetails
export function toProblemDetails<Extra extends Denial>(
  disclosed:
    Disclosed<Extra> | DisclosedToRecipient | Serialized<Disclosed<Extra> | DisclosedToRecipient>,
  options: ProblemOptions & { readonly messages: Messages<Extra> },
): ProblemDetails
export function toProblemDetails(
  error:
    Disclosed<Denial> | DisclosedToRecipient | Serialized<Disclosed<Denial> | DisclosedToRecipient>,
  options: ProblemOptions & { readonly messages?: Messages } = {},
): ProblemDetails {
  const own = optionsIn(options, 'options', KNOWN)
  const { instance, typeBaseUri = TYPE_BASE_URI, locale, timeZone, messages } = own
  assert(instance === undefined || typeof instance === 'string', 'options.instance', 'a string')
  assert(typeof typeBaseUri === 'string', 'options.typeBaseUri', 'a string')
  assert(messages === undefined || areMessages(messages), 'options.messages', 'messages')
  // By the overloads the messages have words for every denial. Dates are passed on, whichever form they have.
  const disclosed = disclosedIn(error as Disclosed | DisclosedToRecipient)
  const { reasons, describe, advice } = messages ?? messagesFor(locale)
  const errors = errorsOf(disclosed, reasons(disclosed, { timeZone }))
  const denied = disclosed.type === 'InvitationDenied' ? disclosed : undefined
  const type = denied ? denied.denials[0].type : disclosed.type
  const { title, status } = kindOf(type, disclosed.audience)
  const cooldown = denied?.denials.find((denial) => denial.type === 'RateLimited6Months')
  const retryAfter = denied && retryAfterOf(denied.denials[0])
  const advisories = denied ? errorsAmong(denied.advisories, advice(denied)) : []
  return {
    type: `${typeBaseUri}${encodeURIComponent(type)}`,
    title,
    status,
    detail: describe(disclosed, { timeZone }),
    ...(instance !== undefined && { instance }),
    errors,
    ...(advisories.length > 0 && { advisories }),
    ...(cooldown && { repeatableAt: cooldown.repeatableAt }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
}
