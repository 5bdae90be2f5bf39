import { serve } from '@hono/node-server'
import { runRelay } from './adapters/sqlite/relay.js'
import { openStore } from './open-store.js'
import { printMessages } from './print-messages.js'
import { routesOver } from './routes.js'

const store = await openStore('file:invitations.db')

// Messages wait in the database until the relay has handed them over, so that a crash loses none.
const stop = new AbortController()
const relay = runRelay(
  {
    ...{ database: store.database, service: store.service, transport: printMessages },
    report: ({ deliveryId }, problem) => console.error(deliveryId, problem),
  },
  { stop: stop.signal, log: console.error },
)

const server = serve(
  {
    fetch: routesOver(store).fetch,
    port: Number(process.env['PORT'] ?? 3000),
    // Nobody but this machine, until there is a login.
    hostname: '127.0.0.1',
  },
  ({ port }) => console.log(`Listening at http://localhost:${port}`),
)

async function close() {
  server.close()
  stop.abort()
  await relay
  store.database.close()
}
process.once('SIGINT', () => void close())
process.once('SIGTERM', () => void close())
