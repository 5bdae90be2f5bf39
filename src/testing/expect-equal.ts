import { fieldOf } from '../validation/assert.js'

/** Throws an `Error` that shows both values if they differ in any part: lists, dates, plain objects. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [printed(actual), printed(expected)]
  if (got !== wanted) throw new Error(`${what} must be ${wanted}, and is ${got}`)
}

/** Equal values have equal texts: fields are sorted by name, `undefined` ones left out. */
function printed(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date)
    return Number.isNaN(+value) ? 'Invalid Date' : new Date(+value).toISOString()
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([key, field]) => `${key}: ${printed(field)}`).join(', ')}}`
}

/** The values for these keys. @throws Error if the answer is not a `Map`, or has a key that is not a string. */
export function valuesIn(answer: unknown, keys: readonly string[]): unknown[] {
  if (!(answer instanceof Map))
    throw new Error(`the answer must be a Map, and is ${printed(answer)}`)
  expectStrings(answer.keys())
  return keys.map((key) => answer.get(key) as unknown)
}

/** The keys that are in the answer. @throws Error if it is not a `Set`, or has an item that is not a string. */
export function foundIn(answer: unknown, keys: readonly string[]): string[] {
  if (!(answer instanceof Set))
    throw new Error(`the answer must be a Set, and is ${printed(answer)}`)
  expectStrings(answer)
  return keys.filter((key) => answer.has(key))
}

function expectStrings(keys: Iterable<unknown>): void {
  for (const key of keys) {
    if (typeof key === 'string') continue
    throw new Error(
      `each key of the answer must be a string, and ${printed(key)} is ${kindOf(key)}`,
    )
  }
}

function kindOf(key: unknown): string {
  return key === null || key === undefined ? 'not' : `a ${typeof key}`
}

/** A copy of the list in an order that depends on its items only. @throws Error if the answer is not a list. */
export function sorted(answer: unknown): unknown[] {
  if (!Array.isArray(answer))
    throw new Error(`the answer must be a list, and is ${printed(answer)}`)
  return [...(answer as unknown[])].sort((one, other) => (printed(one) < printed(other) ? -1 : 1))
}

/** The promised fields of an object, since more fields do no harm; any other value as it is. */
export function only(answer: unknown, fields: readonly string[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(fields.map((field) => [field, fieldOf(answer, field)]))
}

/** Expects that a field which a store may lack is a string or absent, as the type says, and not `null`. */
export function expectNoNull(answer: unknown, fields: readonly string[]): void {
  for (const field of fields) {
    const value = fieldOf(answer, field)
    if (value === undefined || typeof value === 'string') continue
    throw new Error(`${field} must be a string or absent, and is ${printed(value)}`)
  }
}
