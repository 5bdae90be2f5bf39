// A process that takes five deliveries, prints their keys, and never comes to an end: it is killed.
import { runRelay } from '../../../relay.js'
import { openPool } from './open-pool.js'
import { serviceOver } from './service-over.js'

const [url = ''] = process.argv.slice(2)
const pool = openPool(url, 4)
const transport = {
  deliver({ idempotencyKey }: { readonly idempotencyKey: string }) {
    console.log(idempotencyKey)
    return new Promise<void>(() => undefined)
  },
}
await runRelay(
  { database: pool, service: serviceOver(pool), transport, report: console.error, lease: 3 },
  { stop: new AbortController().signal, log: console.error, concurrency: 5 },
)
