/**
 * Serves the small network of network.json at http://localhost:3000, and counts denials at
 * http://127.0.0.1:9464/metrics. Outages are lines of JSON on the standard error.
 *
 *     npm run serve
 *     RECORD=my.jsonl npm run serve     also writes each decision about a sending to a file, for npm run replay
 *
 * A header says who is logged in, as long as there is no login: X-Member: anna
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { recordTo } from '../recording.js'
import { denialMetrics } from './denial-metrics.js'
import { optOutLinks } from './opt-out-links.js'
import { invitationRoutes, pace } from './service.js'

const network = JSON.parse(readFileSync('docs/examples/network.json', 'utf8')) as Network
// So many that one member can send until the pace denies it.
const guests = Array.from({ length: 25 }, (_, index) => ({
  memberId: `guest-${index + 1}`,
  displayName: 'Kim Guest',
  haves: ['TypeScript'],
}))
const members = [...(network.members ?? []), ...guests]

const port = Number(process.env['PORT'] ?? 3000)
// What browsers see: behind a proxy that is the proxy's.
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`
const metrics = denialMetrics()
const file = process.env['RECORD']
const record = (line: string) => {
  // Texts and profiles of members: for the owner of the file alone.
  if (file) appendFileSync(file, `${line}\n`, { mode: 0o600 })
}

const routes = invitationRoutes(createInMemoryRepositories({ ...network, members }), {
  memberOf: (request) => request.headers.get('X-Member') ?? undefined,
  log: (outage) => {
    console.error(JSON.stringify(outage))
  },
  count: metrics.count,
  observe: recordTo(record, { pace }),
  origin,
  links: optOutLinks(`${origin}/opt-out`, 'a secret of the service, from its settings'),
})

serve({ fetch: routes.fetch, port }, (address) => {
  console.log(`Listening at http://localhost:${address.port}`)
})

// Only this machine reaches the counters, as a scraper beside the service does.
const hostname = '127.0.0.1'
const metricsPort = Number(process.env['METRICS_PORT'] ?? 9464)
serve({ fetch: metrics.routes.fetch, port: metricsPort, hostname }, (address) => {
  console.log(`Metrics at http://${hostname}:${address.port}/metrics`)
})
