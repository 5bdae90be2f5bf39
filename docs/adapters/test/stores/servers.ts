import { startMariaDb } from '../../mysql/test/server.js'
import { startServer } from '../../postgres/test/server/server.js'
import type { Store } from './store.js'

type Name = NonNullable<Store['server']>

interface Server {
  readonly url: string
  stop(): void | Promise<void>
}

/** Starts each server when a store first needs it. */
export function startServers() {
  const started = new Map<Name, Promise<Server | undefined>>()
  const start: Readonly<Record<Name, () => Promise<Server | undefined>>> = {
    PostgreSQL: startServer,
    MariaDB: startMariaDb,
  }
  return {
    /** `undefined`: there is none here. */
    async addressOf(name: Name): Promise<string | undefined> {
      const server = started.get(name) ?? start[name]()
      started.set(name, server)
      return (await server)?.url
    },
    async stop(): Promise<void> {
      for (const server of started.values()) await (await server)?.stop()
    },
  }
}
