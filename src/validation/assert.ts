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

/** Whether the value is an object of fields: no list, map or date. */
export function isRecord(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}

/** Throws a `TypeError` if the value is no record, or names its first unknown key: no misspelt option is ignored. */
export function assertKnownKeys(
  value: unknown,
  path: string,
  known: readonly string[],
): asserts value is object {
  assert(isRecord(value), path, 'an object')
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown === undefined) return
  throw new TypeError(`${path}.${unknown} is unknown; known are ${known.join(', ')}`)
}

export function fieldOf(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key)
}
