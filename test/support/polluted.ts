/** Runs something while `Object.prototype` has the property, as a careless library leaves it behind. */
export async function whilePolluted(key: string, value: unknown, run: () => unknown) {
  Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true })
  try {
    await run()
  } finally {
    Reflect.deleteProperty(Object.prototype, key)
  }
}
