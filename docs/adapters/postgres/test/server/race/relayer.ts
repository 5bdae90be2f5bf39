// One process of the relay race: hands over what is in the outbox, and writes down each message, until it is empty.
import type { Transport } from '../../../../shared/hand-over.js'
import { relayOne } from '../../../relay.js'
import { type Handed, Journal } from '../../../../../../test/support/race/journal.js'
import { openPool } from './open-pool.js'
import { serviceOver } from './service-over.js'

const [url = '', file = '', rough] = process.argv.slice(2)
const pool = openPool(url, 4)
const service = serviceOver(pool)
const journal = new Journal<Handed>(file)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

for (;;) {
  try {
    if (await relayAndAsk()) break
  } catch (problem) {
    // The server is away.
    if (rough === undefined) throw problem
    await pause(50)
  }
}
await pool.end()

/** Nothing is due, and nothing is left to others who might be killed. */
async function isEmpty(): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM deliveries LIMIT 1')
  if (rows.length > 0) await pause(20)
  return rows.length === 0
}

/** Relays one message; returns whether the outbox is empty. */
async function relayAndAsk(): Promise<boolean> {
  const preparedAt = Date.now()
  const transport: Transport = {
    async deliver({ idempotencyKey, invitation: { recipientId } }) {
      journal.append({ idempotencyKey, recipientId, preparedAt })
      // The mail server takes its time to say that it has taken the message.
      await pause(25)
    },
  }
  const report = rough === undefined ? console.error : () => undefined
  const relayed = await relayOne({ database: pool, service, transport, report, lease: 1 })
  return relayed === undefined && isEmpty()
}
