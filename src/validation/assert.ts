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

/**
 * The own fields of a value, on an object that inherits nothing: what something has put on `Object.prototype` is no
 * option and no fact.
 */
export function ownFieldsOf<Value extends object>(value: Value): Partial<Value> {
  // Not into `Object.create(null)`: engines make that a dictionary, which takes several times as long.
  const fields: Partial<Value> = { ...value }
  Object.setPrototypeOf(fields, null)
  return fields
}

/** The own fields of options. Throws a `TypeError` that names a key which is unknown, or inherited from a class. */
export function optionsIn<Options extends object>(
  value: Options,
  path: string,
  known: readonly (keyof Options & string)[],
): Partial<Options> {
  assertKnownKeys(value, path, known)
  for (const key of known) {
    assert(!isInherited(value, key), path, 'a property of the options themselves', key)
  }
  return ownFieldsOf(value)
}

/** Whether the key is inherited from a class: it seems to be given, and would be ignored. */
export function isInherited(value: object, key: string): boolean {
  // Stryker disable BlockStatement: undefined counts as false
  try {
    return key in value && !Object.hasOwn(value, key) && !(key in Object.prototype)
  } catch {
    return false
  }
  // Stryker restore BlockStatement
}

/** A property, own or inherited from a class. One that was added to `Object.prototype` is ignored. */
export function fieldOf(value: unknown, key: string): unknown {
  // Boxed, so that a primitive has fields too.
  const source = Object(value) as object
  const isPolluted = key in Object.prototype && !Object.hasOwn(source, key)
  return isPolluted ? undefined : Reflect.get(source, key)
}
