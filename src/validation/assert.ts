/** Throws a `TypeError` that says what the value at `path` must be, or what the value of its `key`. */
export function assert(
  condition: boolean,
  path: string,
  expected: string,
  key?: string,
): asserts condition {
  if (condition) return
  // Put together only where it is told: most conditions hold, thousands of times a second.
  throw new TypeError(`${key === undefined ? path : `${path}.${key}`} must be ${expected}`)
}

/** Reads a property of whatever was handed over. */
export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}

/** Throws a `TypeError` that names the first own key that is not known, by its path. Inherited keys do not count. */
export function assertKnownKeys(value: object, path: string, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    throw new TypeError(`${path}.${key} is unknown; known are ${known.join(', ')}`)
  }
}
