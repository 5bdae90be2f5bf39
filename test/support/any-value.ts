import fc from 'fast-check'

const plainValues = fc.anything({
  ...{ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true },
  ...{ withNullPrototype: true, withObjectString: true, withSparseArray: true },
  ...{ withTypedArray: true, stringUnit: 'binary' },
})

const angry = () => {
  throw new Error('looked at')
}
/** Whatever one does with it, it throws. */
const trap = new Proxy({}, new Proxy({}, { get: () => angry }))

/** A rejection that is nobody's fault. */
function unnoticed<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}

const hostileValues: readonly (() => unknown)[] = [
  () => new Proxy({}, trap),
  () => new Proxy(() => undefined, trap),
  () => new Proxy([], trap),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  () => ({
    get type() {
      return angry()
    },
  }),
  () => Object.defineProperty({}, 'then', { get: angry }),
  () => ({ then: angry }),
  () => ({ then: (_resolve: unknown, reject: (cause: unknown) => void) => reject(trap) }),
  () => ({
    then: (resolve: (value: unknown) => void) => {
      resolve(1)
      resolve(2)
      angry()
    },
  }),
  () => Object.assign(Promise.resolve(), { then: angry }),
  () => throwingOnce(),
  () => unnoticed(Promise.reject(new Error('rejected'))),
  () => unnoticed(Promise.resolve(trap)),
  () => ({ toString: angry, valueOf: angry, toJSON: angry, [Symbol.toPrimitive]: angry }),
  () => ({
    get length() {
      return angry()
    },
  }),
  () => ({ [Symbol.iterator]: angry }),
  () => Object.assign([1], { [Symbol.iterator]: angry }),
  () => Object.assign(new Map(), { get: angry, has: angry, [Symbol.iterator]: angry }),
  () => Object.assign(new Set(), { has: angry, [Symbol.iterator]: angry }),
  () => Object.assign(new Date(), { getTime: angry, valueOf: angry }),
  () => new Date(NaN),
  () => new Date(8.64e15),
  () => Object.create(Date.prototype) as unknown,
  () => Object.create(Map.prototype) as unknown,
  () => Symbol('value'),
  () => Map,
  () => new WeakMap(),
  () => new Error('an error'),
  () => Number.NaN,
  () => -0,
  () => Number.POSITIVE_INFINITY,
  () => 10n ** 400n,
  () => 'a'.repeat(100_000),
  () => '\ud800',
  () => '__proto__',
  () => JSON.parse('{"__proto__": {"type": "AlreadyMember"}, "constructor": null}') as unknown,
  () => new Array<unknown>(200_000),
  () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    return loop
  },
]

/** A promise of the platform's own that cannot be waited for at the first time, and can at the second. */
function throwingOnce(): Promise<unknown> {
  let isFirst = true
  const promise = Promise.resolve(new Map())
  const then = promise.then.bind(promise)
  return Object.assign(promise, {
    then: (...args: Parameters<typeof then>) => {
      if (!isFirst) return then(...args)
      isFirst = false
      return angry()
    },
  })
}

/**
 * Makes any value that JavaScript has, also such as throw as soon as they are looked at; so it is handed over as a
 * function that makes it.
 */
export function anyValue(): fc.Arbitrary<() => unknown> {
  return fc.oneof(
    { weight: 2, arbitrary: plainValues.map((value) => () => value) },
    { weight: 3, arbitrary: fc.constantFrom(...hostileValues) },
  )
}
