// One process of the relay race: hands over what is in the outbox, four messages at once, and writes down each, until the
// outbox is empty.
import type { Delivery } from 'group-invitations'
import type { Transport } from '../../../../shared/hand-over.js'
import { runRelay } from '../../../relay.js'
import { type Handed, Journal } from '../../../../../../test/support/race/journal.js'
import { openPool } from './open-pool.js'
import { serviceOver } from './service-over.js'

const [url = '', file = '', rough] = process.argv.slice(2)
const pool = openPool(url, 4)
const service = serviceOver(pool)
const journal = new Journal<Handed>(file)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** When each delivery was begun to be prepared. */
const preparedAt = new Map<string, number>()
const noting = {
  prepareDelivery(delivery: Delivery) {
    preparedAt.set(delivery.deliveryId, Date.now())
    return service.prepareDelivery(delivery)
  },
}
const transport: Transport = {
  async deliver({ idempotencyKey, invitation: { recipientId } }) {
    journal.append({ idempotencyKey, recipientId, preparedAt: preparedAt.get(idempotencyKey) ?? 0 })
    // The mail server takes its time to say that it has taken the message.
    await pause(100)
  },
}
const report = rough === undefined ? console.error : () => undefined
const stop = new AbortController()
const relaying = runRelay(
  { database: pool, service: noting, transport, report, lease: 1 },
  { stop: stop.signal, log, concurrency: 4 },
)
while (!(await isEmpty())) await pause(20)
stop.abort()
await relaying
await pool.end()

/** Nothing is due, and nothing is left to others who might be killed. */
async function isEmpty(): Promise<boolean> {
  try {
    const { rows } = await pool.query('SELECT FROM deliveries LIMIT 1')
    return rows.length === 0
  } catch (problem) {
    log(problem)
    return false
  }
}

/** The server may be away only in a rough race. */
function log(problem: unknown): void {
  if (rough === undefined) throw problem
}
