/** Throws a `TypeError` that says what the value at `path`, or the value of its `key`, must be. */
export function assert(
  condition: boolean,
  path: string,
  expected: string,
  key?: string,
): asserts condition {
  if (condition) return
  // The message is made only if needed: most conditions hold.
  throw new TypeError(`${key === undefined ? path : `${path}.${key}`} must be ${expected}`)
}

/** Throws a `TypeError` that names the first unknown own key: a misspelt option must not be ignored. */
export function assertKnownKeys(value: object, path: string, known: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown === undefined) return
  throw new TypeError(`${path}.${unknown} is unknown; known are ${known.join(', ')}`)
}

export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}
