// Proves every adapter by the kit, each over its store: npm run test:stores
//
// With the names of files of this folder, those alone: npm run test:stores -- mysql drizzle
// With --write it also writes the table into docs/adapters.md.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { atMost } from '../../shared/in-flight.js'
import type { Proof } from './prove.js'
import { startServers } from './servers.js'
import type { Store } from './store.js'
import { rowOf, writePage } from './table.js'

const FOLDER = 'docs/adapters/test/stores'
const NO_STORES = ['prove', 'run', 'servers', 'store', 'table']

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' } },
  allowPositionals: true,
})
const names = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !NO_STORES.includes(name))
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}, but ${names.join(', ')}`)
const chosen = positionals.length > 0 ? positionals : names

const servers = startServers()
try {
  // The machine is shared: two at a time.
  const inTurn = atMost(2)
  const rows = await Promise.all(chosen.map((name) => inTurn(() => prove(name))))
  console.table(rows)
  if (rows.some(({ failed }) => failed > 0)) process.exitCode = 1
  if (values.write) writePage(rows)
} finally {
  await servers.stop()
}

async function prove(name: string) {
  const file = join(FOLDER, `${name}.ts`)
  const { store } = (await import(`./${name}.js`)) as { store: Store }
  const address = store.server ? await servers.addressOf(store.server) : ''
  if (address === undefined) return rowOf(store, `there is no ${store.server ?? ''} here`)
  return rowOf(store, await proofOf(store, [file, address]))
}

function proofOf(store: Store, args: readonly string[]): Promise<Proof> {
  const script = ['--import', 'tsx', join(FOLDER, 'prove.ts'), ...args]
  const isHere = store.node === undefined || process.versions.node.startsWith(`${store.node}.`)
  const [command, line] = isHere
    ? [process.execPath, script]
    : ['npx', ['-y', `node@${store.node}`, ...script]]
  return new Promise((resolve, reject) => {
    const child = spawn(command, line, {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Far from UTC, so that a column of local times shows.
      env: { ...process.env, TZ: 'America/New_York' },
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
    child.on('error', reject)
    child.on('close', (status) => {
      const last = printed.trimEnd().split('\n').at(-1) ?? ''
      if (status === 0) resolve(JSON.parse(last) as Proof)
      else reject(new Error(`${store.name} ended with ${String(status)}: ${printed}`))
    })
  })
}
