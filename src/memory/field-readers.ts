import { parseISO } from 'date-fns/parseISO'
import { assert, fieldOf } from '../validation/assert.js'
import { AN_IDENTIFIER, isIdentifier } from '../model/identifiers.js'
import { checkStrings } from '../decision/check-facts.js'
import { utc } from '../model/cooldown.js'

// Each reads one field of plain data, and throws a TypeError with the path to it where it is of another type.
// What is `null`, as JSON may say it, is absent.

export function identifierIn(source: unknown, key: string, path: string): string {
  const value = fieldOf(source, key)
  assert(isIdentifier(value), `${path}.${key}`, AN_IDENTIFIER)
  return value
}

export function stringIn(source: unknown, key: string, path: string): string {
  const value = fieldOf(source, key)
  assert(typeof value === 'string' && value !== '', `${path}.${key}`, 'a non-empty string')
  return value
}

export function optionalStringIn(source: unknown, key: string, path: string): string | undefined {
  const value = fieldOf(source, key) ?? undefined
  assert(value === undefined || typeof value === 'string', `${path}.${key}`, 'a string')
  return value
}

export function flagIn(source: unknown, key: string, path: string): boolean {
  const value = fieldOf(source, key) ?? false
  assert(typeof value === 'boolean', `${path}.${key}`, 'true or false')
  return value
}

export function listIn(source: unknown, key: string, path: string): readonly unknown[] {
  const value = fieldOf(source, key) ?? []
  assert(Array.isArray(value), `${path}.${key}`, 'a list')
  return value
}

export function stringsIn(source: unknown, key: string, path: string): readonly string[] {
  return Object.freeze([...checkStrings(fieldOf(source, key) ?? [], `${path}.${key}`)])
}

export function entriesIn(source: unknown, key: string, path: string): [string, unknown][] {
  const value = fieldOf(source, key) ?? {}
  assert(isRecord(value), `${path}.${key}`, 'an object')
  return Object.entries(value)
}

const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-][01]\d:[0-5]\d)?)?$/

/** A `Date`, or date and time as ISO 8601 writes them; without a time midnight, without an offset in UTC. */
export function dateIn(source: unknown, key: string, path: string): Date {
  const value = fieldOf(source, key)
  const isWritten = typeof value === 'string' && isoDate.test(value)
  const date = isWritten ? parseISO(value, { in: utc }) : value
  const isDate = date instanceof Date && !Number.isNaN(+date)
  assert(isDate, `${path}.${key}`, 'a valid Date, or date and time in ISO 8601')
  return new Date(+date)
}

export function optionalDateIn(source: unknown, key: string, path: string): Date | undefined {
  const value = fieldOf(source, key) ?? undefined
  return value === undefined ? undefined : dateIn(source, key, path)
}

/** Whether the value is an object of fields, and no list, map or date. */
export function isRecord(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}
