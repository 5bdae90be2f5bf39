import type { RequestIssue } from '../model/errors.js'
import { AN_IDENTIFIER, isIdentifier } from '../model/identifiers.js'

export interface Kind<Value> {
  /** Completes the sentence "must be …". */
  readonly name: string
  accepts(value: unknown): value is Value
  /** A wider kind: for a value that is not even of this one, its name says enough. */
  readonly wider?: Kind<unknown>
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

export const anIdentifier: Kind<string> = {
  name: AN_IDENTIFIER,
  accepts: isIdentifier,
  wider: aString,
}

export function noneOr<Value>(kind: Kind<Value>): Kind<Value | undefined> {
  return {
    name: kind.name,
    accepts: (value): value is Value | undefined => value === undefined || kind.accepts(value),
  }
}

/** Takes the value of an own property. If an issue is added, the value does not have its type and must not be used. */
export function take<Value>(
  source: object,
  key: string,
  kind: Kind<Value>,
  issues: RequestIssue[],
  parents: readonly string[] = [],
): Value {
  const value = ownValueOf(source, key)
  if (!kind.accepts(value)) issues.push(issueWith(value, kind, [...parents, key]))
  // The caller uses it only if there is no issue.
  return value as Value
}

/** Takes the items of an own property that is a list or absent. Adds an issue for each item of another kind. */
export function takeList<Value>(
  source: object,
  key: string,
  kind: Kind<Value>,
  issues: RequestIssue[],
): Value[] | undefined {
  const list = ownValueOf(source, key)
  if (list === undefined) return undefined
  const items = itemsOf(list)
  if (items === undefined) {
    issues.push(issueOf(aList, [key]))
    return undefined
  }
  const values: Value[] = []
  for (const [index, item] of items.entries()) {
    if (kind.accepts(item)) values.push(item)
    else issues.push(issueWith(item, kind, [key, String(index)]))
  }
  return values
}

/** `undefined` if it is not a list, is too long, or throws. */
function itemsOf(list: unknown): unknown[] | undefined {
  // Stryker disable BlockStatement: without it the result is undefined too
  try {
    return Array.isArray(list) && list.length <= MOST_ITEMS ? Array.from<unknown>(list) : undefined
  } catch {
    return undefined
  }
  // Stryker restore BlockStatement
}

/** For a property that throws: no kind accepts it. */
const thrown = Symbol('thrown')

function ownValueOf(source: object, key: string): unknown {
  try {
    return Object.hasOwn(source, key)
      ? (source as Readonly<Record<string, unknown>>)[key]
      : undefined
  } catch {
    return thrown
  }
}

/** The issue of a value that the kind does not accept. */
export function issueWith(
  value: unknown,
  kind: Kind<unknown>,
  path: readonly string[],
): RequestIssue {
  return issueOf(kind.wider && !kind.wider.accepts(value) ? kind.wider : kind, path)
}

/** An empty `path` means the `whole`. */
export function issueOf(
  kind: { readonly name: string },
  path: readonly string[],
  whole = 'The request',
): RequestIssue {
  return { message: `${path.join('.') || whole} must be ${kind.name}`, path }
}
