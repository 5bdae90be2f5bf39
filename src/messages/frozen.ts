import { isRecord } from '../validation/assert.js'

/** A copy of plain data and its functions that nothing can change, without what the data inherits. */
export function frozenCopy<Value>(value: Value): Value {
  // A copy has the type of what it copies.
  return Object.freeze(copyOf(value)) as Value
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(frozenCopy)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, frozenCopy(field)]))
}
