// One process of the relay race: hands over what is in the outbox, and writes down each message, until it is empty.
import pg from 'pg'
import type { Transport } from '../../../hand-over.js'
import { relayOne } from '../../../relay.js'
import { type Handed, Journal } from './journal.js'
import { serviceOver } from './plan.js'

const [url = '', file = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 4 })
const service = serviceOver(pool)
const journal = new Journal<Handed>(file)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

for (;;) {
  const preparedAt = Date.now()
  const transport: Transport = {
    async deliver({ idempotencyKey, invitation: { recipientId } }) {
      journal.append({ idempotencyKey, recipientId, preparedAt })
      // The mail server takes its time to say that it has taken the message.
      await pause(25)
    },
  }
  const relayed = await relayOne({
    database: pool,
    service,
    transport,
    report: console.error,
    lease: 1,
  })
  if (relayed === undefined && (await isEmpty())) break
}
await pool.end()

/** Nothing is due, and nothing is left to others who might be killed. */
async function isEmpty(): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM deliveries LIMIT 1')
  if (rows.length > 0) await pause(20)
  return rows.length === 0
}
