import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { LogRecord, Repositories } from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { denialMetrics } from '../denial-metrics.js'
import { optOutLinks } from '../opt-out-links.js'
import { invitationRoutes, type ServiceSettings } from '../service.js'

/** A call over HTTP: who asks, in which language, and with what. */
interface CallOptions {
  readonly as?: string
  readonly body?: unknown
  readonly language?: string
}

export interface Answered {
  readonly status: number
  readonly type: string | undefined
  readonly retryAfter: string | undefined
  readonly body: unknown
}

/** The service at a port of its own. */
export interface Served {
  readonly origin: string
  readonly repositories: InMemoryRepositories
  readonly logged: readonly LogRecord[]
  /** One call: its status, its media type, perhaps its header `Retry-After`, and what it answers. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>
  close(): Promise<unknown>
}

/** What browsers see: the tests ask the service behind its proxy, at another origin. */
export const ORIGIN = 'https://elbnetz.example'

export const links = optOutLinks(`${ORIGIN}/opt-out`, 'a secret of the tests')

/** Serves the small network of the tests, with other repositories and settings in the place of some. */
export async function served(
  changes: Partial<Repositories> = {},
  settings: Partial<ServiceSettings> = {},
): Promise<Served> {
  const repositories = createInMemoryRepositories(NETWORK)
  const logged: LogRecord[] = []
  const { fetch: answer } = invitationRoutes(
    { ...repositories, ...changes },
    {
      memberOf: (request) => {
        const memberId = request.headers.get('X-Member')
        return memberId === null ? undefined : decodeURIComponent(memberId)
      },
      ...{ origin: ORIGIN, links },
      log: (record) => void logged.push(record),
      count: denialMetrics().count,
      clock: () => NOW,
      ...settings,
    },
  )
  const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    ...{ origin, repositories, logged },
    close: () => new Promise((resolve) => server.close(resolve)),
    async call(method, path, { as = 'anna', body, language = 'en' } = {}) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          'X-Member': encodeURIComponent(as),
          'Accept-Language': language,
          'Content-Type': 'application/json',
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const [type] = (response.headers.get('Content-Type') ?? '').split(';')
      const retryAfter = response.headers.get('Retry-After') ?? undefined
      const text = await response.text()
      return { status: response.status, type, retryAfter, body: JSON.parse(text) as unknown }
    },
  }
}
