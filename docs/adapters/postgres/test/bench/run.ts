// What a send costs over PostgreSQL: npm run bench:postgres
//
// On the server of DATABASE_URL, if it runs on this machine, or on one of its own, as npm run test:postgres. Takes two
// minutes; with -- --full, ten times as many past invitations in six minutes, on 5 GB of the disk. With -- --json it
// prints JSON instead of tables; with -- --write it measures in full, and writes the tables into docs/performance.md.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { freshDatabase } from '../server/fresh-database.js'
import { startServer } from '../server/server.js'
import { type Measured, tablesOf } from './tables.js'
import { writePage } from './write-page.js'

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, json: { type: 'boolean' }, write: { type: 'boolean' } },
})
const isFull = values.full || values.write
const folder = mkdtempSync(join(tmpdir(), 'group-invitations-bench-'))
const server = await startServer()
try {
  const { url, drop } = await freshDatabase(server.url)
  try {
    const measured = await measure(url)
    if (values.json) console.log(JSON.stringify(measured))
    else print(measured)
    if (values.write) writePage(measured.server, tablesOf(measured))
  } finally {
    await drop()
  }
} finally {
  server.stop()
  rmSync(folder, { recursive: true })
}

/** Measures the built package, in a process of its own, without a loader in between. */
async function measure(url: string): Promise<Measured> {
  const outfile = join(folder, 'measure.mjs')
  await build({
    entryPoints: ['docs/adapters/postgres/test/bench/measure.ts'],
    alias: {
      'group-invitations/content': './dist/content.js',
      'group-invitations': './dist/index.js',
    },
    external: ['pg-native'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    // For the CommonJS of pg.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  const output = execFileSync(process.execPath, [outfile, ...(isFull ? ['--full'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url },
  })
  return JSON.parse(output) as Measured
}

function print(measured: Measured): void {
  const cpu = cpus()
  console.log(
    `PostgreSQL ${measured.server}, Node ${process.versions.node}, ${cpu.length} × ${cpu[0]?.model ?? 'unknown'}`,
  )
  const { sends, burst } = tablesOf(measured)
  console.log('\nThe CPU of one send')
  console.table(sends)
  console.log('\n1,000 sends at once, over 10 connections')
  console.table(burst)
  console.log('\nOne statement, by the number of past invitations')
  console.table(measured.growth)
}
