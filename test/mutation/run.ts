// Mutates `src/`, part by part or only the parts that are named, and fails where too few mutants are noticed, or where
// one survives that no comment beside it explains: `// Stryker disable next-line <Mutator>: reason`.
import { fileURLToPath } from 'node:url'
import { type Mutant, mutantsOf, needlessComments } from './mutate.js'
import { parts } from './parts.js'
import { scoreOf, scoresByFile } from './score.js'

/** In per cent, of all mutants and of those of each file. */
const LEAST = 95
const LEAST_OF_A_FILE = 90

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const named = process.argv.slice(2)
const chosen = parts.filter(({ name }) => named.length === 0 || named.includes(name))
if (chosen.length < named.length)
  throw new Error(`Parts are ${parts.map(({ name }) => name).join(', ')}`)

const mutants: Mutant[] = []
for (const part of chosen) mutants.push(...(await mutantsOf(part)))

const files = scoresByFile(mutants)
const whole = scoreOf('all', mutants)
console.table([...files, whole])

const faults = [
  ...mutants
    .filter(({ isNoticed, reason }) => !isNoticed && reason === undefined)
    .map(({ file, line, change }) => `src/${file}:${line} survived: ${change}`),
  ...needlessComments(mutants).map((comment) => `${comment}: there is no such mutant`),
  ...files
    .filter(({ score }) => score < LEAST_OF_A_FILE)
    .map(({ what, score }) => `${what}: ${score} % is below ${LEAST_OF_A_FILE} %`),
]
// Of nothing there is no score.
if (!(whole.score >= LEAST)) faults.push(`${whole.score} % is below ${LEAST} %`)
for (const fault of faults) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0
