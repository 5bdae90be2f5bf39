/** Throws a `TypeError` that says what the value at `path`, or the value of its `key`, must be. */
export function assert(
  condition: boolean,
  path: string,
  expected: string,
  key?: string,
): asserts condition {
  if (condition) return
  // Put together only if needed: most conditions hold, thousands of times a second.
  throw new TypeError(`${key === undefined ? path : `${path}.${key}`} must be ${expected}`)
}

/** Throws a `TypeError` that names the first own key that is not known: a misspelt option must not be ignored. */
export function assertKnownKeys(value: object, path: string, known: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown === undefined) return
  throw new TypeError(`${path}.${unknown} is unknown; known are ${known.join(', ')}`)
}

/** Gets a property of any value. */
export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}
