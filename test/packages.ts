// The folders that have a package of their own, so that `npm ci` at the root need not install what only they use:
//
//     npm run test:packages                        installs, compiles, lints and tests all of them
//     npm run test:packages -- test/mail           the same with one, or with several
//     tsx test/packages.ts --install test/bench    only installs
//
// Nothing is installed twice: a package is up to date if it was installed after its lock file was written.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageOf } from './package-of.js'
import folders from './packages.json' with { type: 'json' }

/** Whose files the files of a package import. */
const needs: Readonly<Record<string, readonly string[]>> = {
  'docs/examples/service': ['test/mail'],
}

const { values, positionals } = parseArgs({
  options: { install: { type: 'boolean' } },
  allowPositionals: true,
})
const unknown = positionals.filter((folder) => !folders.includes(folder))
if (unknown.length > 0) {
  throw new Error(`There is no package in ${unknown.join(', ')}, only in ${folders.join(', ')}`)
}
const chosen = positionals.length > 0 ? positionals : folders

const installed = new Set(chosen.flatMap((name) => [...(needs[name] ?? []), name]).map(packageOf))
await inPairs([...installed].filter(isStale), (folder) => run('npm', 'ci', '--prefix', folder))
if (!values.install) {
  const node = (script: string, ...args: string[]) => run(process.execPath, script, ...args)
  await inPairs(chosen, (folder) => node(compilerOf(folder), '--project', folder))
  await node('node_modules/eslint/bin/eslint.js', ...chosen)
  const tests = ['--config', 'test/packages.config.ts', '--passWithNoTests']
  const below = chosen.map((folder) => `${folder}/`)
  await node('node_modules/vitest/vitest.mjs', 'run', ...tests, ...below)
}

/** TypeScript, or what compiles components of Vue too where that is installed. */
function compilerOf(folder: string): string {
  const ofVue = join(packageOf(folder), 'node_modules/vue-tsc/bin/vue-tsc.js')
  return existsSync(ofVue) ? ofVue : 'node_modules/typescript/bin/tsc'
}

function isStale(folder: string): boolean {
  const writtenAt = (file: string) =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  // npm writes the one in node_modules as the last thing that it does.
  return writtenAt('node_modules/.package-lock.json') <= writtenAt('package-lock.json')
}

/** Two at a time, since each of them uses one processor. */
async function inPairs(items: readonly string[], work: (item: string) => Promise<void>) {
  const waiting = [...items]
  const next = async (): Promise<void> => {
    const item = waiting.shift()
    if (item === undefined) return
    await work(item)
    await next()
  }
  await Promise.all([next(), next()])
}

/** Runs a command, whose output is that of this process. Ends this process if it fails. */
async function run(command: string, ...args: string[]): Promise<void> {
  console.log(`\n$ ${[command, ...args].join(' ')}`)
  const [status] = (await once(spawn(command, args, { stdio: 'inherit' }), 'exit')) as [
    number | null,
  ]
  if (status !== 0) process.exit(status ?? 1)
}
