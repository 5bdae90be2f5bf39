import type { RequestIssue } from '../model/errors.js'

/**
 * What `toLogRecord` keeps of one denial or reason. Dates are ISO strings in UTC; one that is invalid is `null`.
 *
 * @since 0.1.0
 */
export interface LoggedReason {
  readonly type: string
  readonly invitationId?: string
  readonly groupId?: string
  readonly sentAt?: string | null
  readonly repeatableAt?: string | null
  readonly retryAt?: string | null
  readonly length?: number
  readonly limit?: number
  readonly unit?: string
  readonly field?: string
  readonly index?: number
  readonly codePoint?: number
  readonly inviterMayAdmit?: boolean
  readonly certainty?: string
  readonly similarity?: number
  readonly similarCount?: number
  readonly isShort?: boolean
  readonly status?: string
  /** Without the terms. */
  readonly evidence?: readonly LoggedEvidence[]
}

/**
 * What `toLogRecord` keeps of one piece of evidence.
 *
 * @since 0.1.0
 */
export interface LoggedEvidence {
  readonly category?: string
  readonly index?: number
  readonly field?: string
  readonly certainty?: string
}

/**
 * What `toLogRecord` keeps of a thrown value.
 *
 * @since 0.1.0
 */
export interface LoggedCause {
  /** The name of the error. For a value that is no error, what `typeof` says of it, or `null`. */
  readonly name: string
  /** The message of the error, or the thrown string. */
  readonly message?: string
  /** The code that drivers and platforms set, such as `23505` or `ECONNREFUSED`; only if it is a string. */
  readonly code?: string
  readonly stack?: string
  readonly cause?: LoggedCause
  /** Only of an `AggregateError`. */
  readonly errors?: readonly LoggedCause[]
}

/**
 * An error as plain JSON for a log. A field is absent if the error does not have it, or has another kind of value there.
 *
 * @since 0.1.0
 */
export interface LogRecord extends LoggedReason {
  readonly audience?: string
  readonly denials?: readonly LoggedReason[]
  readonly advisories?: readonly LoggedReason[]
  readonly reasons?: readonly LoggedReason[]
  readonly issues?: readonly Partial<RequestIssue>[]
  readonly dependency?: string
  readonly operation?: string
  readonly effect?: string
  /** Absent if `undefined` was thrown. */
  readonly cause?: LoggedCause
}
