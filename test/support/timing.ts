/** What a call takes, in ms. */
export function timeOf(call: () => unknown): number {
  const start = performance.now()
  call()
  return performance.now() - start
}

/** The value in the middle; of an even number of values the upper one. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
