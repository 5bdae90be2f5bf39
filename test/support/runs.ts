/** How many times as often as in `npm test` properties are tried: `npm run test:fuzz` says 50. */
const FUZZ = Number(process.env['FUZZ'] ?? 1)

/** Always the same, or where one fuzzes another each time; `SEED` sets one. Processes started from here have it too. */
const seed = Number((process.env['SEED'] ??= FUZZ > 1 ? String(Date.now() % 2 ** 31) : '20260512'))

if (FUZZ > 1) console.error(`SEED=${seed}`)

/** How a property is tried: so often, and from which seed. Where it fails, fast-check tells both. */
export function runs(numRuns: number): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(numRuns * FUZZ), seed }
}
