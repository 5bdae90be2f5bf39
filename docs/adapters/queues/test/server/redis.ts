import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../postgres/test/server/server.js'

export const hasRedis = () => spawnSync('redis-server', ['--version']).status === 0

/** A Redis on loopback that keeps nothing on disk; at the address of an earlier one, if it is given. */
export async function startRedis(at?: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-redis-'))
  const port = at === undefined ? await freePort() : Number(new URL(at).port)
  const settings = ['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', ['--port', String(port), ...settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    let printed = ''
    child.on('error', reject)
    void ended.then(() => {
      reject(new Error(`redis-server ended: ${printed}`))
    })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      if (printed.includes('Ready to accept connections')) resolve()
    })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** The Redis of `npm run test:queues`. */
export function urlOfRedis(): string {
  const url = process.env['REDIS_URL']
  if (url === undefined) throw new Error('REDIS_URL is not set: run npm run test:queues')
  return url
}

/** Settings with which the job of a worker that was killed is found after about two seconds. */
export const BRIEF = { lockDuration: 1000, stalledInterval: 500 }
