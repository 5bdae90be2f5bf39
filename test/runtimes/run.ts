// Uses the packed package wherever it is to be used: npm run test:runtimes
//
// With the names of parts, those alone: npm run test:runtimes -- node@20 browser types
import { browserCheck } from './browser.js'
import type { Check, Outcome } from './check.js'
import { declarationChecks } from './declarations.js'
import { whileInstalled } from '../package/installed.js'
import { processChecks } from './processes.js'
import { starterCheck } from './starter.js'
import { workerdCheck } from './workerd.js'

const checks: readonly Check[] = [
  ...processChecks,
  browserCheck,
  workerdCheck,
  ...declarationChecks,
  starterCheck,
]
const parts = [...new Set(checks.map(({ part }) => part))]
const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !parts.includes(part))
if (unknown.length > 0) {
  throw new Error(`There is no ${unknown.join(', ')}, but ${parts.join(', ')}`)
}

await whileInstalled(async (folder) => {
  const chosen = checks.filter(({ part }) => asked.length === 0 || asked.includes(part))
  const rows = []
  for (const check of chosen) rows.push(await rowOf(check, folder))
  console.table(rows.map(({ problem, ...row }) => ({ ...row, result: problem ? 'FAILED' : 'ok' })))
  for (const { what, module, problem } of rows.filter(({ problem }) => problem)) {
    console.error(`${what}, ${module}: ${problem}`)
    process.exitCode = 1
  }
})

async function rowOf(check: Check, folder: string) {
  const start = performance.now()
  const { version, problem } = await outcomeOf(check, folder)
  const ms = Math.round(performance.now() - start)
  return { what: check.what, module: check.module, version, ms, problem }
}

async function outcomeOf(check: Check, folder: string): Promise<Outcome> {
  try {
    return await check.run(folder)
  } catch (error) {
    return { version: '', problem: String(error) }
  }
}
