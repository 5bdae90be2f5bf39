import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Figure } from './figures.js'
import { quantile } from './rounds.js'

const ROUNDS = 31

/** What importing the package takes in a fresh process, against what it needs at run time alone. */
export function startUpFigure(): Figure {
  const library = [`file://${resolve('dist/index.js')}`]
  const needed = ['neverthrow', 'date-fns/addMonths']
  const rounds = Array.from({ length: ROUNDS }, () => [timeOf(library), timeOf(needed)] as const)
  const byLibrary = rounds.map(([time]) => time)
  const byNeeded = rounds.map(([, time]) => time)
  const ratios = rounds.map(([time, other]) => time / other)
  return {
    what: 'importing group-invitations',
    against: 'importing neverthrow and date-fns/addMonths',
    ratio: quantile(byLibrary, 0.5) / quantile(byNeeded, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    atMost: 1.3,
    absolute: `${quantile(byLibrary, 0.5).toFixed(1)} ms`,
  }
}

function timeOf(modules: readonly string[]): number {
  const imports = modules.map((name) => `await import('${name}')`).join(';')
  const code = `const start = performance.now(); ${imports}; console.log(performance.now() - start)`
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }),
  )
}
