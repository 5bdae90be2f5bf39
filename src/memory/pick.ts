/** A map from each key to what is found for it, without the keys for which nothing is. */
export function pick<Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Value | undefined,
): Map<Key, Value> {
  const found = new Map<Key, Value>()
  for (const key of keys) {
    const value = find(key)
    if (value !== undefined) found.set(key, value)
  }
  return found
}
