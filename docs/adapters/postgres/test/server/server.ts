import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server to test on. */
export interface Server {
  readonly url: string
  stop(): void
}

/** The server that `DATABASE_URL` names; else one of the system's PostgreSQL, started in a temporary folder. */
export async function startServer(): Promise<Server> {
  const url = process.env['DATABASE_URL']
  return url ? { url, stop: () => undefined } : startOwnServer()
}

/** One that can be stopped as if it were unplugged, and started anew with what it had written. */
export async function startOwnServer(): Promise<Server & { restart(): void }> {
  const folder = postgresFolder()
  return startOwn(programsIn(folder), folder, await freePort())
}

function startOwn(run: Run, folder: string, port: number): Server & { restart(): void } {
  const data = join(folder, 'data')
  initDatabase(run, data)
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
  const start = () => {
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  }
  const stopAtOnce = () => {
    run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
  }
  start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart() {
      stopAtOnce()
      start()
    },
    stop() {
      stopAtOnce()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Runs one of PostgreSQL's programs, and throws if it fails. */
export type Run = (command: string, ...args: string[]) => void

/** A temporary folder in which PostgreSQL may write. */
export function postgresFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-postgres-'))
  if (isRoot()) chownSync(folder, idOf('-u'), idOf('-g'))
  return folder
}

/** The programs, run in a folder. PostgreSQL refuses to run as root: then they run as the user postgres. */
export function programsIn(folder: string): Run {
  const bin = binaries()
  return (command, ...args) => {
    const line = [join(bin, command), ...args]
    const [program = '', ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', ...line] : line
    const { status, stderr, error } = spawnSync(program, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`, { cause: error })
  }
}

/** Makes the folder of a server. */
export function initDatabase(run: Run, data: string): void {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  run('initdb', '-D', data, '-U', 'postgres', ...options)
}

const isRoot = () => process.getuid?.() === 0

/** Whether there is a PostgreSQL here that can be started and stopped. */
export function hasOwnServer(): boolean {
  try {
    return binaries() !== ''
  } catch {
    return false
  }
}

/** The folder of PostgreSQL's programs, the newest version's where there are several. */
function binaries(): string {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions) ? readdirSync(versions) : []
  const [newest] = installed.sort((one, other) => Number(other) - Number(one))
  if (newest !== undefined) return join(versions, newest, 'bin')
  const { stdout, status } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  if (status === 0) return stdout.trim()
  throw new Error('There is no PostgreSQL here: install it, or set DATABASE_URL')
}

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
}

/**
 * A port of loopback that is free now. It is none of those that the system gives to clients: one of them could get it
 * while the server is away, and the server could not come back.
 */
export function freePort(): Promise<number> {
  const port = 15_000 + Math.floor(Math.random() * 15_000)
  return new Promise((resolve) => {
    const server = createServer().on('error', () => {
      resolve(freePort())
    })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(port)
      })
    })
  })
}
