// How the time grows if the input is doubled: exponents of the cases that the tests count, and what one unit takes.
// Unlike there, the time of the engine counts too.
import { GROWTH_CASES } from '../growth/cases.js'
import { timeOf } from './slices.js'

const FACTORS = [4, 8] as const
const CALLS = 5

const rows: { name: string; ms: string; 'µs a unit': string; exponent: number }[] = []
for (const { name, size, prepare } of GROWTH_CASES) {
  const [small, large] = FACTORS
  const less = await timeOf(prepare(size * small), CALLS)
  const more = await timeOf(prepare(size * large), CALLS)
  const exponent = Math.round(100 * Math.log2(more / less)) / 100
  rows.push({
    name: `${name} × ${size * large}`,
    ms: (more / 1_000).toFixed(2),
    'µs a unit': (more / (size * large)).toFixed(3),
    exponent,
  })
}
// What takes less than a millisecond is too short for an exponent.
console.table(rows.sort((one, other) => other.exponent - one.exponent))
const grown = rows.filter(({ ms, exponent }) => Number(ms) > 1 && exponent > 1.4)
console.log(
  `Of ${rows.length} cases ${grown.length} take more than 1 ms and grow by an exponent above 1.4.`,
)
