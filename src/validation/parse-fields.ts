import { err, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { AN_IDENTIFIER, isIdentifier } from '../model/identifiers.js'

/** What a value must be. */
export interface Kind<Value> {
  /** Completes the sentence "must be …". */
  readonly name: string
  accepts(value: unknown): value is Value
}

export const anObject: Kind<object> = {
  name: 'an object',
  accepts: (value) => typeof value === 'object' && value !== null,
}

export const aString: Kind<string> = {
  name: 'a string',
  accepts: (value) => typeof value === 'string',
}

/** Longer lists are rejected: no person selects so many, and reading them would block the process. */
const MOST_ITEMS = 100_000

const aList = { name: 'a list of at most 100,000' }

export const anIdentifier: Kind<string> = { name: AN_IDENTIFIER, accepts: isIdentifier }

/** The kind, or `undefined`. */
export function noneOr<Value>(kind: Kind<Value>): Kind<Value | undefined> {
  return {
    name: kind.name,
    accepts: (value): value is Value | undefined => value === undefined || kind.accepts(value),
  }
}

/**
 * Takes the value of an own property. If it is not of the kind, an issue is added, and the value is not what the type
 * says: look at the issues first.
 */
export function take<Value>(
  source: object,
  key: string,
  kind: Kind<Value>,
  issues: RequestIssue[],
  parents: readonly string[] = [],
): Value {
  const value = readOwn(source, key)
  if (!kind.accepts(value)) issues.push(issueOf(kind, [...parents, key]))
  // Used only if there is no issue.
  return value as Value
}

/** Takes the items of an own property that is a list or absent. An issue is added for each item of another kind. */
export function takeList<Value>(
  source: object,
  key: string,
  kind: Kind<Value>,
  issues: RequestIssue[],
): Value[] | undefined {
  const list = readOwn(source, key)
  if (list === undefined) return undefined
  const items = itemsOf(list)
  if (items === undefined) {
    issues.push(issueOf(aList, [key]))
    return undefined
  }
  const values: Value[] = []
  for (const [index, item] of items.entries()) {
    if (kind.accepts(item)) values.push(item)
    else issues.push(issueOf(kind, [key, String(index)]))
  }
  return values
}

/** A copy of a list; `undefined` if it is no list, too long, or cannot be read. */
function itemsOf(list: unknown): unknown[] | undefined {
  try {
    return Array.isArray(list) && list.length <= MOST_ITEMS ? Array.from<unknown>(list) : undefined
  } catch {
    return undefined
  }
}

/** Stands for a property whose getter or proxy threw: no kind accepts it. */
const unreadable = Symbol('unreadable')

function readOwn(source: object, key: string): unknown {
  try {
    return Object.hasOwn(source, key)
      ? (source as Readonly<Record<string, unknown>>)[key]
      : undefined
  } catch {
    return unreadable
  }
}

/** Whether there is such a property, but not the object's own. */
export function isInherited(source: object, key: string): boolean {
  try {
    return key in source && !Object.hasOwn(source, key)
  } catch {
    return false
  }
}

/** The value at `path`, or the `whole` if the path is empty, is not of the kind. */
export function issueOf(
  kind: { readonly name: string },
  path: readonly string[],
  whole = 'The request',
): RequestIssue {
  return { message: `${path.join('.') || whole} must be ${kind.name}`, path }
}

/** A value has these issues. */
export function invalid(issues: readonly RequestIssue[]): Result<never, InvalidRequest> {
  return err({ type: 'InvalidRequest', issues })
}
