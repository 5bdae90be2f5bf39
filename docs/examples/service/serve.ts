/**
 * Serves the small network of network.json at http://localhost:3000.
 *
 *     npm run serve
 *
 * A header says who is logged in, as long as there is no login: X-Member: anna
 */
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { optOutLinks } from './opt-out-links.js'
import { invitationRoutes } from './service.js'

const network = JSON.parse(readFileSync('docs/examples/network.json', 'utf8')) as Network
const port = Number(process.env['PORT'] ?? 3000)
// What browsers see: behind a proxy that is the proxy's.
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`
const routes = invitationRoutes(createInMemoryRepositories(network), {
  memberOf: (request) => request.headers.get('X-Member') ?? undefined,
  log: (record) => {
    console.error(JSON.stringify(record))
  },
  origin,
  links: optOutLinks(`${origin}/opt-out`, 'a secret of the service, from its settings'),
})

serve({ fetch: routes.fetch, port }, (address) => {
  console.log(`Listening at http://localhost:${address.port}`)
})
