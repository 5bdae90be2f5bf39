// A fresh process: imports modules, and decides once if the first of them can. Prints the processor's time for both, in
// µs, and ends. Bundled by run.ts, run by measure-start.ts.
import type { decide } from 'group-invitations'
import { factsWith } from './draft.js'
import { ACCEPTED } from './requests.js'
import { cpuTimeSince } from './slices.js'

const [modules = '[]', fingerprints = '[]'] = process.argv.slice(2)
// The process that runs this one writes both.
const names = JSON.parse(modules) as string[]
const facts = factsWith(JSON.parse(fingerprints) as [])

const start = process.cpuUsage()
const [library] = (await Promise.all(names.map((name) => import(name)))) as {
  decide?: typeof decide
}[]
const importing = cpuTimeSince(start)
const imported = process.cpuUsage()
if (library?.decide?.(ACCEPTED, facts).isErr()) throw new Error('The draft is denied.')
console.log(JSON.stringify([importing, cpuTimeSince(imported)]))
