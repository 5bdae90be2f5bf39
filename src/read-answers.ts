import { assert } from './assert.js'

/** What a port has found for the key. A `Map` from anywhere else, or what only looks like one, is no answer. */
export function valueIn(answer: unknown, key: string, path = 'the answer'): unknown {
  assert(answer instanceof Map, path, 'a Map')
  return answer.get(key)
}

/** Whether a port has found the key. */
export function isIn(answer: unknown, key: string): boolean {
  assert(answer instanceof Set, 'the answer', 'a Set')
  return answer.has(key)
}
