import { parseISO } from 'date-fns/parseISO'
import { isDate, isListOfStrings } from '../answers.js'
import { assert, fieldOf } from '../assert.js'
import { utc } from '../utc.js'

// Each reads one field of plain data, and throws a TypeError with the path to it where it is of another type.

export function readString(source: unknown, key: string, path: string): string {
  const value = fieldOf(source, key)
  assert(typeof value === 'string' && value !== '', `${path}.${key}`, 'a non-empty string')
  return value
}

export function readOptionalString(source: unknown, key: string, path: string): string | undefined {
  return fieldOf(source, key) === undefined ? undefined : readString(source, key, path)
}

export function readList(source: unknown, key: string, path: string): readonly unknown[] {
  const value = fieldOf(source, key) ?? []
  assert(Array.isArray(value), `${path}.${key}`, 'a list')
  return value
}

export function readStrings(source: unknown, key: string, path: string): readonly string[] {
  const value = readList(source, key, path)
  assert(isListOfStrings(value), `${path}.${key}`, 'a list of strings')
  return [...value]
}

export function readEntries(source: unknown, key: string, path: string): [string, unknown][] {
  const value = fieldOf(source, key) ?? {}
  assert(typeof value === 'object', `${path}.${key}`, 'an object')
  return Object.entries(value)
}

/** A `Date`, or a string as ISO 8601 writes date and time; without `Z` or an offset it is in UTC. */
export function readDate(source: unknown, key: string, path: string): Date {
  const value = fieldOf(source, key)
  const date = typeof value === 'string' ? parseISO(value, { in: utc }) : value
  assert(isDate(date), `${path}.${key}`, 'a valid Date, or date and time in ISO 8601')
  return new Date(+date)
}
