// npm run bench: prints the table of figures and that of sizes. With --write both go into docs/performance.md; with
// --before FOLDER another build of this library is measured beside.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { sizes } from '../package/sizes.js'
import type { Row } from './figures.js'
import { writePage } from './write-page.js'

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, before: { type: 'string' } },
})

// Below this package, so that node finds the other libraries from there.
const folder = resolve('test/bench/node_modules/.bench')
mkdirSync(folder, { recursive: true })
await build({
  entryPoints: ['content', 'rules', 'start', 'memory']
    .map((part) => `test/bench/measure-${part}.ts`)
    .concat('test/bench/first-judgement.ts'),
  bundle: true,
  // This library and the others are imported as they are.
  packages: 'external',
  external: [resolve('dist/*')],
  alias: {
    'group-invitations/content': resolve('dist/content.js'),
    'group-invitations': resolve('dist/index.js'),
  },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: folder,
  outExtension: { '.js': '.mjs' },
})

/** Runs a part of the bench in a process of its own, without a loader in between. */
function rowsOf(part: string, ...flags: string[]): Row[] {
  const before = values.before === undefined ? [] : [resolve(values.before)]
  const output = execFileSync(process.execPath, [...flags, `${folder}/${part}.mjs`, ...before], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Each part prints its rows.
  return JSON.parse(output) as Row[]
}

const nursery = ['--min-semi-space-size=256', '--max-semi-space-size=256']
const figures = [
  ...rowsOf('measure-content'),
  ...rowsOf('measure-rules', '--max-old-space-size=8192', '--expose-gc'),
  ...rowsOf('measure-start'),
  ...rowsOf('measure-memory', '--expose-gc', ...nursery),
]
rmSync(folder, { recursive: true })

const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
const measured = { machine, figures, sizes: await sizes() }
console.log(machine)
console.table(figures)
console.table(measured.sizes)
if (values.write) writePage(measured)
