// How the time grows if the input is doubled: exponents of the cases that the tests count, and what one unit takes.
// Unlike there, the time of the engine counts too. It is the processor's, so that other programs hardly disturb it.
import { GROWTH_CASES } from '../growth/cases.js'

const FACTORS = [4, 8] as const
const ROUNDS = 5

/** What a call takes, in ms: the least of some rounds. */
async function leastTimeOf(call: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage()
    await call()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

const rows: { name: string; ms: string; 'µs a unit': string; exponent: number }[] = []
for (const { name, size, prepare } of GROWTH_CASES) {
  const [small, large] = FACTORS
  const less = await leastTimeOf(prepare(size * small))
  const more = await leastTimeOf(prepare(size * large))
  const exponent = Math.round(100 * Math.log2(more / less)) / 100
  rows.push({
    name: `${name} × ${size * large}`,
    ms: more.toFixed(2),
    'µs a unit': ((1_000 * more) / (size * large)).toFixed(3),
    exponent,
  })
}
// What takes less than a millisecond is too short for an exponent.
console.table(rows.sort((one, other) => other.exponent - one.exponent))
const grown = rows.filter(({ ms, exponent }) => Number(ms) > 1 && exponent > 1.4)
console.log(
  `Of ${rows.length} cases ${grown.length} take more than 1 ms and grow by an exponent above 1.4.`,
)
