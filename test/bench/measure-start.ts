// What the start of a process takes of the processor: the median of fresh ones. Bundled and run by run.ts.
import { execFileSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ours } from './builds.js'
import { recentFingerprints } from './draft.js'
import { type Figure, inTime, rowOf } from './figures.js'
import { quantile } from './slices.js'

const ROUNDS = 15

const SCRIPT = fileURLToPath(new URL('first-judgement.mjs', import.meta.url))
const fingerprints = JSON.stringify(recentFingerprints(ours.fingerprintText))
const doorOf = (folder: string) => [pathToFileURL(`${folder}/index.js`).href]
const beforeFolder = process.argv[2]

const modules = {
  took: doorOf('dist'),
  again: doorOf('dist'),
  baseline: ['neverthrow', 'date-fns/addMonths'],
  before: beforeFolder === undefined ? [] : doorOf(beforeFolder),
}
type Name = keyof typeof modules
const names = Object.keys(modules) as Name[]

const rounds: Record<Name, readonly [importing: number, deciding: number]>[] = []
while (rounds.length < ROUNDS) {
  const times = names.map((name) => {
    const args = [SCRIPT, JSON.stringify(modules[name]), fingerprints]
    return [name, JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))] as const
  })
  // The script prints two numbers.
  rounds.push(Object.fromEntries(times) as (typeof rounds)[number])
}
const median = (name: Name, index: 0 | 1) =>
  modules[name].length === 0
    ? Number.NaN
    : quantile(
        rounds.map((times) => times[name][index]),
        0.5,
      )

const figures: Figure[] = [
  {
    what: 'first judgement of a process',
    took: median('took', 1),
    noise: median('took', 1) / median('again', 1),
    before: median('before', 1),
    goal: '≤ 20 ms',
    unit: inTime,
  },
  {
    what: 'importing group-invitations',
    took: median('took', 0),
    noise: median('took', 0) / median('again', 0),
    before: median('before', 0),
    against: 'importing neverthrow and date-fns/addMonths',
    baseline: median('baseline', 0),
    goal: '≤ 1.00',
    unit: inTime,
  },
]
console.log(JSON.stringify(figures.map(rowOf)))
