import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../../../postgres/database.js'
import { freePort, postgresFolder, programsIn } from '../../../postgres/test/server/server.js'
import { atEnd } from '../ending.js'

/** One server of a cluster, in a folder of its own. Each of its queries has a connection of its own. */
export interface PostgresNode extends Database {
  /** The name by which it appears in `synchronous_standby_names`. */
  readonly name: string
  readonly url: string
  /** Tries again for some seconds: what was killed still holds its memory, or a client its port, for a moment. */
  start(): Promise<void>
  /** Kills all its processes at once, as if its machine lost power. */
  kill(): void
  /** Freezes all its processes, or lets them go on: as if its network were cut. Nothing is closed. */
  freeze(): void
  thaw(): void
  /** The processes of one kind: `walsender` or `walreceiver`. */
  processes(kind: string): number[]
}

const STARTS = 20

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'max_connections=200',
  // Nothing pulls the plug of the machine itself.
  'fsync=off',
  // So a standby asks a new primary soon.
  'wal_retrieve_retry_interval=100ms',
  'wal_keep_size=256MB',
]

/** Prepares a server: `fill` makes its folder. */
export async function postgresNode(
  name: string,
  fill: (run: ReturnType<typeof programsIn>, data: string) => void,
): Promise<PostgresNode> {
  const folder = postgresFolder()
  const data = join(folder, 'data')
  const run = programsIn(folder)
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let isRunning = false
  const settings = [...SETTINGS, `port=${port}`, `cluster_name=${name}`]
  const options = `-k ${folder} ${settings.map((setting) => `-c ${setting}`).join(' ')}`
  const postmaster = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const signal = (name: NodeJS.Signals) => {
    const main = postmaster()
    // Frozen first, so that it starts no others meanwhile.
    process.kill(main, 'SIGSTOP')
    for (const pid of [...childrenOf(main).map((child) => child.pid), main]) process.kill(pid, name)
  }
  const node: PostgresNode = {
    name,
    url,
    async start() {
      for (let tries = 1; !isRunning; tries += 1) {
        try {
          run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
          isRunning = true
        } catch (error) {
          if (tries === STARTS)
            throw new Error(readFileSync(join(folder, 'log'), 'utf8'), { cause: error })
          await new Promise((resolve) => setTimeout(resolve, 500))
        }
      }
    },
    kill() {
      signal('SIGKILL')
      isRunning = false
    },
    freeze() {
      signal('SIGSTOP')
    },
    thaw() {
      signal('SIGCONT')
    },
    processes: (kind) =>
      childrenOf(postmaster())
        .filter(({ title }) => title.includes(` ${kind} `))
        .map(({ pid }) => pid),
    async query<Row>(sql: string, parameters?: unknown[]) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
      await client.connect()
      try {
        return await client.query<Row & pg.QueryResultRow>(sql, parameters)
      } finally {
        await client.end()
      }
    },
  }
  atEnd(() => {
    if (isRunning) {
      node.thaw()
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
    }
    rmSync(folder, { recursive: true, force: true })
  })
  fill(run, data)
  return node
}

function childrenOf(parent: number): { readonly pid: number; readonly title: string }[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], {
    encoding: 'utf8',
  })
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ pid: Number.parseInt(line, 10), title: line }))
}
