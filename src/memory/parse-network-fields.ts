import { parseISO } from 'date-fns/parseISO'
import { checkStrings } from '../decision/check-facts.js'
import { AN_IDENTIFIER, isIdentifier } from '../model/identifiers.js'
import { utc } from '../model/cooldown.js'
import { assert, fieldOf, isRecord } from '../validation/assert.js'

/** All keys of a type: the compiler misses none. */
export function keysOf<Item>(keys: Readonly<Record<keyof Item, 1>>): readonly string[] {
  return Object.keys(keys)
}

// Each parses one own field of plain data; `null` counts as absent, as in JSON.

export function optionalIn(source: object, key: string): unknown {
  return Object.hasOwn(source, key) ? (fieldOf(source, key) ?? undefined) : undefined
}

export function identifierIn(source: object, key: string, path: string): string {
  const value = optionalIn(source, key)
  assert(isIdentifier(value), `${path}.${key}`, AN_IDENTIFIER)
  return value
}

export function stringIn(source: object, key: string, path: string): string {
  const value = optionalIn(source, key)
  assert(typeof value === 'string' && value !== '', `${path}.${key}`, 'a non-empty string')
  return value
}

export function optionalStringIn(source: object, key: string, path: string): string | undefined {
  const value = optionalIn(source, key)
  assert(value === undefined || typeof value === 'string', `${path}.${key}`, 'a string')
  return value
}

export function flagIn(source: object, key: string, path: string): boolean {
  const value = optionalIn(source, key) ?? false
  assert(typeof value === 'boolean', `${path}.${key}`, 'true or false')
  return value
}

export function listIn(source: object, key: string, path: string): readonly unknown[] {
  const value = optionalIn(source, key) ?? []
  assert(Array.isArray(value), `${path}.${key}`, 'a list')
  return value
}

export function stringsIn(source: object, key: string, path: string): readonly string[] {
  return Object.freeze([...checkStrings(optionalIn(source, key) ?? [], `${path}.${key}`)])
}

export function entriesIn(source: object, key: string, path: string): [string, unknown][] {
  const value = optionalIn(source, key) ?? {}
  assert(isRecord(value), `${path}.${key}`, 'an object')
  return Object.entries(value)
}

// Stryker disable next-line Regex: parseISO finds no date behind other characters
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-][01]\d:[0-5]\d)?)?$/

export function dateIn(source: object, key: string, path: string): Date {
  const value = optionalIn(source, key)
  const isWritten = typeof value === 'string' && isoDate.test(value)
  const date = isWritten ? parseISO(value, { in: utc }) : value
  // Stryker disable next-line UnaryOperator: NaN has no sign
  const isDate = date instanceof Date && !Number.isNaN(+date)
  assert(isDate, `${path}.${key}`, 'a valid Date, or date and time in ISO 8601')
  return new Date(+date)
}

export function optionalDateIn(source: object, key: string, path: string): Date | undefined {
  return optionalIn(source, key) === undefined ? undefined : dateIn(source, key, path)
}
