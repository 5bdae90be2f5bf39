// Mutates `src/`, part by part or only the parts that are named, and fails where too few mutants are noticed.
import { type Mutant, mutantsOf } from './mutate.js'
import { parts } from './parts.js'
import { scoreOf, scoresByFile, unexplained } from './score.js'

/** In per cent, of all mutants and of those of each file. */
const LEAST = 95
const LEAST_OF_A_FILE = 90

const named = process.argv.slice(2)
const chosen = parts.filter(({ name }) => named.length === 0 || named.includes(name))
if (chosen.length < named.length)
  throw new Error(`Parts are ${parts.map(({ name }) => name).join(', ')}`)

const mutants: Mutant[] = []
for (const part of chosen) mutants.push(...(await mutantsOf(part)))

const files = scoresByFile(mutants)
const whole = scoreOf('all', mutants)
console.table([...files, whole])

const { unknown, miscounted } = unexplained(mutants)
for (const { file, line, change } of unknown) console.log(`src/${file}:${line} survived: ${change}`)
for (const { file, code, mutants: known, found } of miscounted) {
  console.log(`src/${file}: of ${code}, ${found} survived, ${known} are known to`)
}
const low = files.filter(({ score }) => score < LEAST_OF_A_FILE)
for (const { what, score } of low) console.log(`${what}: ${score} % is below ${LEAST_OF_A_FILE} %`)
// Of nothing there is no score.
const isLow = !(whole.score >= LEAST)
if (isLow) console.log(`${whole.score} % is below ${LEAST} %`)
process.exitCode = [...unknown, ...miscounted, ...low].length > 0 || isLow ? 1 : 0
