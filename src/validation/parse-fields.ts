import type { RequestIssue } from '../model/errors.js'
import { AN_IDENTIFIER, isIdentifier } from '../model/identifiers.js'

/** What a value has to be. */
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

/** So many items of a list are read; more are nobody's choice, and would be felt by everybody. */
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
 * The value of an own property. Where it is not of the kind there is an issue more, and the value is not what the type
 * says: whoever takes looks at the issues before anything else.
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
  // Used only where there is no issue.
  return value as Value
}

/** The items of an own property that is a list of the kind, or is not given; an issue for each that is of another. */
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

/** A copy of what is in a list; `undefined`: it is none, or cannot be read. */
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
    return Object.hasOwn(source, key) ? Reflect.get(source, key) : undefined
  } catch {
    return unreadable
  }
}

/** Whether there is such a property, and not the object's own. */
export function isInherited(source: object, key: string): boolean {
  try {
    return key in source && !Object.hasOwn(source, key)
  } catch {
    return false
  }
}

/** That the value at `path` is not of the kind; without keys, that `whole` is not. */
export function issueOf(
  kind: { readonly name: string },
  path: readonly string[],
  whole = 'The request',
): RequestIssue {
  return { message: `${path.join('.') || whole} must be ${kind.name}`, path }
}
