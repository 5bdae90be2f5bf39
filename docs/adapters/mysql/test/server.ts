import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { freePort } from '../../postgres/test/server/server.js'

/** A MariaDB server to test on. */
export interface MariaDb {
  readonly url: string
  /** Lets it neither answer nor end its connections, as if the network were cut, or answer again. */
  setSilent(isSilent: boolean): void
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000

/** Starts one of the system's MariaDB in a temporary folder. `undefined`: there is none here. */
export async function startMariaDb(): Promise<MariaDb | undefined> {
  if (!hasMariaDb()) return undefined
  const folder = newFolder()
  writeTables(folder)
  const port = await freePort()
  const server = startIn(folder, [
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    // So many that the pools of several processes fit, and no waiting for the disk: nothing has to last.
    '--max-connections=200',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
  ])
  const url = `mysql://root@127.0.0.1:${port}/mysql`
  const stop = async () => {
    await end(server)
    rmSync(folder, { recursive: true })
  }
  try {
    await untilReady(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    setSilent(isSilent) {
      server.kill(isSilent ? 'SIGSTOP' : 'SIGCONT')
    },
    stop,
  }
}

export const hasMariaDb = () => mariadbd() !== undefined && existsSync(INSTALL)

/** Looked for each time: it may have been installed since this process has begun. */
const mariadbd = () => ['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd'].find(existsSync)
const INSTALL = '/usr/bin/mariadb-install-db'

const isRoot = process.getuid?.() === 0
// MariaDB runs as root only if it is told to.
const USER = isRoot ? ['--user=mysql'] : []

/** A new folder for a server, in which it may write. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-mariadb-'))
  mkdirSync(join(folder, 'data'))
  if (isRoot) {
    const [user, group] = [idOf('-u'), idOf('-g')]
    for (const place of [folder, join(folder, 'data')]) chownSync(place, user, group)
  }
  return folder
}

/** Writes the tables of the system into such a folder, with a user `root` without a password. */
export function writeTables(folder: string): void {
  const { status, stdout, stderr } = spawnSync(
    INSTALL,
    [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...USER,
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`mariadb-install-db failed: ${stdout}${stderr}`)
}

/** Starts a server in such a folder. It ends with this process. */
export function startIn(folder: string, options: readonly string[]): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a')
  const server = spawn(
    mariadbd() ?? '',
    [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-name-resolve',
      ...USER,
      ...options,
    ],
    { cwd: folder, stdio: ['ignore', log, log] },
  )
  const kill = () => {
    server.kill('SIGKILL')
  }
  process.once('exit', kill)
  server.once('exit', () => process.off('exit', kill))
  return server
}

export async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const patience = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      const connection = await createConnection(url)
      await connection.end()
      return
    } catch (error) {
      if (hasEnded(server) || Date.now() > patience)
        throw new Error('MariaDB has not started', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** As if it were unplugged. */
export async function end(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  server.kill('SIGKILL')
  await once(server, 'exit')
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'mysql'], { encoding: 'utf8' }).stdout)
}
