import type { RequestIssue } from '../model/errors.js'
import { isLibraryType } from '../policy/custom-denials.js'
import { fieldOf } from '../validation/assert.js'
import type { LoggedCause, LoggedEvidence, LoggedReason, LogRecord } from './log-record.js'

/**
 * Turns any error of this library into plain JSON for a log: types, identifiers, dates and numbers, and the cause of an
 * outage. It takes whatever a method returns or discloses, or a single denial.
 *
 * Nothing that members have written is in it: of subject, text, placeholders, links, terms, names and profile entries
 * there is only the place. Of the denial of a custom rule there is only the `type`. Lists have their first 100 items.
 *
 * The cause is the dependency's own, and is logged with name, message, code and stack: a value that the message quotes is
 * in the log. Its other fields are not, in which drivers put the values of rows, such as `detail` and `where` of `pg`. Its
 * own causes follow, each once, and at most 10 errors in all.
 *
 * It never throws. A value that is no error of this library and has no `type`, and an `Error`, become a record of the type
 * `UnknownError`, with the value as its `cause`.
 *
 * @since 0.1.0
 */
export function toLogRecord(error: unknown): LogRecord {
  const reason = reasonOf(error)
  if (reason && isLibraryType(reason.type)) return { ...reason, ...pick(error, ERROR) }
  if (reason && !isError(error)) return reason
  return { type: 'UnknownError', cause: causeOf(error) }
}

/** `undefined` if it has no type. */
function reasonOf(value: unknown): LoggedReason | undefined {
  const type = attempt(() => fieldOf(value, 'type'))
  if (typeof type !== 'string') return undefined
  return { type, ...(isLibraryType(type) && pick(value, REASON)) }
}

/** Each error that was seen is logged once, so that none of its own causes leads back to it. */
function causeOf(value: unknown, seen = new Set<unknown>()): LoggedCause {
  const name = value === null ? 'null' : typeof value
  if (typeof value === 'string') return { name, message: value }
  if (!isError(value)) return { name }
  seen.add(value)
  const next = (cause: unknown) =>
    cause === undefined || seen.has(cause) || seen.size >= MOST_ERRORS
      ? undefined
      : causeOf(cause, seen)
  const own = pick(value, { name: aString, message: aString, code: aString, stack: aString })
  return {
    name,
    ...own,
    ...pick(value, {
      cause: next,
      errors: (list) => (own.name === 'AggregateError' ? listOf(list, next) : undefined),
    }),
  }
}

const MOST_ERRORS = 10

/** Also of another realm. */
const isError = (value: unknown): boolean =>
  attempt(
    () => value instanceof Error || Object.prototype.toString.call(value) === '[object Error]',
  ) === true

/** The fields that may be logged, each with what its value must be: `undefined` for another kind. */
type Fields<Logged> = {
  readonly [Field in keyof Logged]-?: (value: unknown) => Logged[Field] | undefined
}

/** The fields that may be logged, and no others. A field that throws is left out. */
function pick<Logged extends object>(value: unknown, fields: Fields<Logged>): Partial<Logged> {
  const picked: Partial<Logged> = {}
  // The table has the fields of its type alone.
  for (const field of Object.keys(fields) as (keyof Logged & string)[]) {
    const logged = attempt(() => fields[field](fieldOf(value, field)))
    if (logged !== undefined) picked[field] = logged
  }
  return picked
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const aString = (value: unknown) => (typeof value === 'string' ? value : undefined)
const aBoolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
/** JSON has no zero with a sign. */
const aNumber = (value: unknown) => (Number.isFinite(value) ? Number(value) + 0 : undefined)

/** Of a `Date`, or of a string as JSON has it. */
function anInstant(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return value
  const date = new Date(value as Date | string)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** Goes by index, since an iterator may be the list's own. */
function listOf<Item>(
  list: unknown,
  itemOf: (value: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(list)) return undefined
  const items: Item[] = []
  for (let index = 0; index < Math.min(list.length, MOST_ITEMS); index++) {
    const item = attempt(() => itemOf(list[index]))
    if (item !== undefined) items.push(item)
  }
  return items
}

const MOST_ITEMS = 100

const EVIDENCE: Fields<LoggedEvidence> = {
  category: aString,
  index: aNumber,
  field: aString,
  certainty: aString,
}

const REASON: Fields<Omit<LoggedReason, 'type'>> = {
  invitationId: aString,
  groupId: aString,
  sentAt: anInstant,
  repeatableAt: anInstant,
  retryAt: anInstant,
  length: aNumber,
  limit: aNumber,
  unit: aString,
  field: aString,
  index: aNumber,
  codePoint: aNumber,
  inviterMayAdmit: aBoolean,
  certainty: aString,
  similarity: aNumber,
  similarCount: aNumber,
  isShort: aBoolean,
  status: aString,
  evidence: (list) => listOf(list, (item) => pick(item, EVIDENCE)),
}

const reasonsOf = (list: unknown) => listOf(list, reasonOf)

const ERROR: Fields<Omit<LogRecord, keyof LoggedReason>> = {
  audience: aString,
  denials: reasonsOf,
  advisories: reasonsOf,
  reasons: reasonsOf,
  issues: (list) =>
    listOf(list, (item) =>
      pick<RequestIssue>(item, { message: aString, path: (keys) => listOf(keys, aString) }),
    ),
  dependency: aString,
  operation: aString,
  effect: aString,
  cause: (value) => (value === undefined ? undefined : causeOf(value)),
}
