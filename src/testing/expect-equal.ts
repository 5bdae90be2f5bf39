import { fieldOf } from '../validation/assert.js'

/** Throws an `Error` that tells both values where they are not equal, part by part: lists, dates, plain objects. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [printed(actual), printed(expected)]
  if (got !== wanted) throw new Error(`${what} must be ${wanted}, and is ${got}`)
}

/** Equal values, equal texts: fields in the order of their names, those that are `undefined` left out. */
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

/** What an answer has for each of these keys. @throws Error if the answer is not a `Map`. */
export function valuesIn(answer: unknown, keys: readonly string[]): unknown[] {
  if (!(answer instanceof Map))
    throw new Error(`the answer must be a Map, and is ${printed(answer)}`)
  return keys.map((key) => answer.get(key) as unknown)
}

/** Which of these keys an answer has. @throws Error if the answer is not a `Set`. */
export function foundIn(answer: unknown, keys: readonly string[]): string[] {
  if (!(answer instanceof Set))
    throw new Error(`the answer must be a Set, and is ${printed(answer)}`)
  return keys.filter((key) => answer.has(key))
}

/** A list in an order of its own, each item once as often as it came. @throws Error if the answer is no list. */
export function sorted(answer: unknown): unknown[] {
  if (!Array.isArray(answer))
    throw new Error(`the answer must be a list, and is ${printed(answer)}`)
  return [...(answer as unknown[])].sort((one, other) => (printed(one) < printed(other) ? -1 : 1))
}

/** Of an answer the fields that are promised: more of them do no harm. What is no object stays what it is. */
export function only(answer: unknown, fields: readonly string[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(fields.map((field) => [field, fieldOf(answer, field)]))
}
