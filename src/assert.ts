/** Throws a `TypeError` that says what the value at `path` must be. */
export function assert(condition: boolean, path: string, expected: string): asserts condition {
  if (!condition) throw new TypeError(`${path} must be ${expected}`)
}

/** Reads a property of whatever was handed over. */
export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}
