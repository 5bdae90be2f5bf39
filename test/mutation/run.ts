// Mutates `src/`, part by part or only the parts that are named, and fails where too few mutants are noticed, or where
// one survives that no comment above it explains: `// Stryker disable next-line <Mutator>: reason`.
import { unexplained } from './explained.js'
import { type Mutant, mutantsOf } from './mutate.js'
import { parts } from './parts.js'
import { scoreOf, scoresByFile } from './score.js'

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

const { survivors, comments } = unexplained(mutants)
const low = files.filter(({ score }) => score < LEAST_OF_A_FILE)
const faults = [
  ...survivors.map(
    ({ file, line, mutator, replacement }) =>
      `src/${file}:${line} survived: ${mutator} ${replacement}`,
  ),
  ...comments.map(({ file, from, comment }) => `src/${file}:${from} needs no ${comment}…`),
  ...low.map(({ what, score }) => `${what}: ${score} % is below ${LEAST_OF_A_FILE} %`),
  // Of nothing there is no score.
  ...(whole.score >= LEAST ? [] : [`${whole.score} % is below ${LEAST} %`]),
]
for (const fault of faults) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0
