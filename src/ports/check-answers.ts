import { assert } from '../validation/assert.js'

/** What a port has found, by key. A `Map` from anywhere else, or what only looks like one, is no answer. */
export function readMap(answer: unknown, path = 'the answer'): ReadonlyMap<unknown, unknown> {
  assert(answer instanceof Map, path, 'a Map')
  return answer
}

/** What a port has found for each of these keys, in their order. */
export function readEach<Value>(
  answer: unknown,
  keys: readonly string[],
  read: (value: unknown, path: string) => Value,
  path: string,
): Value[] {
  const found = readMap(answer)
  const values = new Array<Value>(keys.length)
  let index = 0
  for (const key of keys) values[index++] = read(found.get(key), path)
  return values
}

/** Whether a port has found each of these keys, in their order. */
export function readWhether(answer: unknown, keys: readonly string[]): boolean[] {
  assert(answer instanceof Set, 'the answer', 'a Set')
  const values = new Array<boolean>(keys.length)
  let index = 0
  for (const key of keys) {
    const isFound: unknown = answer.has(key)
    assert(typeof isFound === 'boolean', 'the answer', 'a Set')
    values[index++] = isFound
  }
  return values
}

/** The identifiers that a port lists, in its order, as a copy. That each comes once is the port's promise. */
export function readIds(answer: unknown): readonly string[] {
  assert(Array.isArray(answer), 'the answer', 'a list of identifiers')
  const ids: unknown[] = [...(answer as unknown[])]
  assert(areIds(ids), 'the answer', 'a list of identifiers')
  return ids
}

function areIds(items: readonly unknown[]): items is readonly string[] {
  for (const item of items) if (typeof item !== 'string' || item === '') return false
  return true
}
