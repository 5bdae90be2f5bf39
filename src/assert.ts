/** Throws a `TypeError` for a defect: a wrong use of the API, named by the path to it. */
export function assert(condition: boolean, path: string, expected: string): asserts condition {
  if (!condition) throw new TypeError(`${path} must be ${expected}`)
}

/** Reads a property of whatever a caller has handed over. */
export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}
