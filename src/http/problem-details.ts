import type { Messages } from '../messages/messages.js'
import { type Locales, messagesFor } from '../messages/messages-for.js'
import type { Denial } from '../rules/rule.js'
import type { Serialized, Disclosed } from '../disclosure/disclosed.js'
import { isKnown, kindOf } from './kinds.js'

/**
 * The media type of problem details: the `Content-Type` of the answer.
 *
 * @since 0.1.0
 */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/**
 * What `type` begins with by default. It leads to the page about errors that comes with the package.
 *
 * @since 0.1.0
 */
export const TYPE_BASE_URI = 'https://unpkg.com/group-invitations/docs/errors.md#'

/**
 * How problem details are written.
 *
 * @since 0.1.0
 */
export interface ProblemOptions {
  /** Identifies this one occurrence, as a URI reference: the request's path, or an id that the logs have. */
  readonly instance?: string | undefined
  /**
   * What comes before the name of a type, such as `https://errors.example/invitations#`; by default `TYPE_BASE_URI`.
   */
  readonly typeBaseUri?: string | undefined
  /**
   * The reader's language, or several in their order: English, or formal German; by default English. Of no effect where
   * `messages` are given.
   */
  readonly locale?: Locales
  /** The reader's time zone as an IANA name; UTC where it is not given, or unknown. */
  readonly timeZone?: string | undefined
}

/**
 * One reason, with the fields of the denial that it is.
 *
 * @since 0.1.0
 */
export interface ProblemError {
  /** The denial's type; `InvalidRequest` for each value of the wrong shape. */
  readonly type: string
  /**
   * The field of the request that it is about, as a JSON Pointer in a URI fragment: `#/text`; `#` is the whole request.
   * Absent of own rules' denials, `InvitationIdReused` and `ServiceUnavailable`.
   */
  readonly pointer?: string
  /** In the reader's language; of values of the wrong shape, which are the client's defect, in English. */
  readonly detail: string
  /** The denial's other fields; none of these takes the place of `pointer` or `detail`. */
  readonly [field: string]: unknown
}

/**
 * Why an invitation was not sent, as RFC 9457 has it: to be sent as JSON, with `PROBLEM_MEDIA_TYPE` and `status`.
 *
 * @since 0.1.0
 */
export interface ProblemDetails {
  /** The type of the first reason, as a URI that never changes. */
  readonly type: string
  /** What that type is, in English, always the same. */
  readonly title: string
  /** The HTTP status of the first reason. */
  readonly status: 400 | 403 | 409 | 422 | 503
  /** All reasons in the reader's language, in one paragraph. */
  readonly detail: string
  /** The `instance` of the options, if one was given. */
  readonly instance?: string
  /** Each reason, in the order in which they are told: at least one. */
  readonly errors: readonly ProblemError[]
  /** What could be better besides, if anything. */
  readonly advisories?: readonly ProblemError[]
  /** When the pair is free again, where it is taken (`RateLimited6Months`): from this instant on. */
  readonly repeatableAt?: Date | string
}

/**
 * Problem details on an invitation that was not sent, of nothing but what `forInviter` has let through.
 *
 * The answer to a service that tells denials of own rules, or reveals what is withheld, needs the `messages` that have
 * words for them; an own rule's denial has the status 403. Dates are handed on as they have come.
 *
 * @since 0.1.0
 */
export function toProblemDetails(
  told: Disclosed | Serialized<Disclosed>,
  options?: ProblemOptions,
): ProblemDetails
export function toProblemDetails<Extra extends Denial>(
  told: Disclosed<Extra> | Serialized<Disclosed<Extra>>,
  options: ProblemOptions & { readonly messages: Messages<Extra> },
): ProblemDetails
export function toProblemDetails(
  given: Disclosed<Denial> | Serialized<Disclosed<Denial>>,
  options: ProblemOptions & { readonly messages?: Messages } = {},
): ProblemDetails {
  // Dates are handed on as they have come, and the messages have words for whatever there is: the overloads say so.
  const told = given as Disclosed
  const { instance, typeBaseUri = TYPE_BASE_URI, locale, timeZone } = options
  const { reasons, describe, advice } = options.messages ?? messagesFor(locale)
  const errors = errorsOf(told, reasons(told, { timeZone }))
  const refusal = told.type === 'InvitationDenied' ? told : undefined
  const type = refusal ? refusal.denials[0].type : told.type
  const { title, status } = kindOf(type)
  const window = refusal?.denials.find((denial) => denial.type === 'RateLimited6Months')
  const advisories = refusal ? errorsAmong(refusal.advisories, advice(refusal)) : []
  return {
    type: `${typeBaseUri}${encodeURIComponent(type)}`,
    title,
    status,
    detail: describe(told, { timeZone }),
    ...(instance !== undefined && { instance }),
    errors,
    ...(advisories.length > 0 && { advisories }),
    ...(window && { repeatableAt: window.repeatableAt }),
  }
}

function errorsOf(told: Disclosed, reasons: readonly string[]): ProblemError[] {
  switch (told.type) {
    case 'InvitationDenied':
      return errorsAmong(told.denials, reasons)
    case 'InvalidRequest':
      return told.issues.map(({ path, message }) => ({
        type: told.type,
        pointer: `#${path.map((key) => `/${key}`).join('')}`,
        detail: message,
      }))
    case 'InvitationIdReused':
    case 'ServiceUnavailable': {
      const { audience: _audience, ...error } = told
      return errorsAmong([error], reasons)
    }
  }
}

function errorsAmong(
  denials: readonly (Denial & { readonly pointer?: unknown })[],
  details: readonly string[],
): ProblemError[] {
  return denials.map((denial, index) => {
    const { pointer: _pointer, ...fields } = denial
    const pointer = pointerOf(denial)
    const detail = String(details[index])
    return { ...fields, ...(pointer !== undefined && { pointer }), detail }
  })
}

/** A denial of the library points to the field that it names, else to that of its kind. */
function pointerOf(denial: Denial & { readonly field?: unknown }): string | undefined {
  if (!isKnown(denial.type)) return undefined
  return typeof denial.field === 'string' ? `#/${denial.field}` : kindOf(denial.type).pointer
}
