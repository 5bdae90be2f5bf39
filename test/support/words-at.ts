/** The path of each word and of each sentence in a part of a language. */
export function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, field]) => pathsIn(field, `${path}.${key}`))
}

/** A copy with another word in one place. */
export function changedAt<Value>(value: Value, path: string): Value {
  // A copy has the type of what it copies.
  return changedIn(value, path.split('.')) as Value
}

function changedIn(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'string' ? `${value} Never.` : () => 'Never.'
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...Object(value) }
  const record = copy as Record<string, unknown>
  record[key] = changedIn(record[key], rest)
  return copy
}
