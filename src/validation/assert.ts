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

/** Throws a `TypeError` that names an unknown key: a misspelt option must not be ignored in silence. */
export function assertKnownKeys(value: object, path: string, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    throw new TypeError(`${path}.${key} is unknown; known keys: ${known.join(', ')}`)
  }
}
