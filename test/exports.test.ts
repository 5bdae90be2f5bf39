import { expect, test } from 'vitest'

/** All doors whose values nobody can change. */
const DOORS = {
  'group-invitations': () => import('group-invitations'),
  'group-invitations/content': () => import('group-invitations/content'),
  'group-invitations/form': () => import('group-invitations/form'),
  'group-invitations/http': () => import('group-invitations/http'),
  'group-invitations/memory': () => import('group-invitations/memory'),
  'group-invitations/messages': () => import('group-invitations/messages'),
  'group-invitations/testing': () => import('group-invitations/testing'),
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The objects that a value leads to, itself included, by their paths. */
function objectsIn(value: unknown, path: string, found = new Map<object, string>()) {
  if (!isObject(value) || found.has(value)) return found
  found.set(value, path)
  for (const key of Reflect.ownKeys(value)) {
    objectsIn(Reflect.get(value, key), `${path}.${String(key)}`, found)
  }
  return found
}

/** The names of the changes that a value allows. Modules are in strict mode: what is not allowed throws. */
function changesTo(value: object): string[] {
  const changes: Readonly<Record<string, () => unknown>> = {
    ...Object.fromEntries(
      Reflect.ownKeys(value).flatMap((key) => [
        [`set ${String(key)}`, () => Object.assign(value, { [key]: 'changed' })],
        [`define ${String(key)}`, () => Object.defineProperty(value, key, { value: 'changed' })],
      ]),
    ),
    add: () => Object.assign(value, { added: 'changed' }),
    inherit: () => Object.setPrototypeOf(value, { inherited: 'changed' }) as unknown,
    ...(Array.isArray(value) && {
      push: () => value.push('changed'),
      empty: () => void value.splice(0),
    }),
    // One item is in order already.
    ...(Array.isArray(value) && value.length > 1 && { sort: () => void value.sort(() => -1) }),
  }
  return Object.entries(changes).flatMap(([name, change]) => {
    try {
      change()
      return [name]
    } catch {
      return []
    }
  })
}

test.each(Object.entries(DOORS))('no value of %s can be changed', async (_door, load) => {
  const exported: Readonly<Record<string, unknown>> = await load()
  for (const [name, value] of Object.entries(exported)) {
    for (const [object, path] of objectsIn(value, name)) {
      // Freezing them would not help: they keep what they hold elsewhere.
      const holds = [Map, Set, WeakMap, WeakSet, Date, ArrayBuffer].some(
        (one) => object instanceof one,
      )
      expect(holds, path).toBe(false)
      expect(changesTo(object), path).toEqual([])
    }
  }
})
