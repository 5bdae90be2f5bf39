import type { Delivery, Denial, InvitationService } from 'group-invitations'
import type { Database } from './database.js'
import { bury } from './dead-letters.js'
import { handOver, type Report, type Transport } from '../shared/hand-over.js'

/** What has become of a delivery: all but `postponed` leave the outbox, and `dead` becomes a dead letter. */
export type Relayed = 'delivered' | 'cancelled' | 'erased' | 'postponed' | 'dead'

export interface Relay {
  readonly database: Database
  readonly service: Pick<InvitationService<Denial>, 'prepareDelivery'>
  readonly transport: Transport
  /** Called with each delivery that is erased, postponed or dead. */
  readonly report: Report
  /** Seconds until a taken delivery is due again: longer than the transport can need. By default 60. */
  readonly lease?: number
  /** How often a delivery is tried before it is dead. By default 33 times, which takes 25 hours. */
  readonly tries?: number
}

interface Taken extends Delivery {
  readonly attempts: number
}

// Taking a row postpones it, so that it is due again if its relay dies.
const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = now() + $1 * interval '1 second'
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries
      WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
   )
  RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel, attempts`

/**
 * Hands one due delivery over; `undefined`: there is none. Any number of relays share an outbox, and none holds a
 * connection while its transport works. Each message is sent at least once, or becomes a dead letter.
 */
export async function relayOne(relay: Relay): Promise<Relayed | undefined> {
  const { rows } = await relay.database.query<Taken>(TAKE, [relay.lease ?? 60])
  const [taken] = rows
  return taken && relayTaken(relay, taken)
}

async function relayTaken(
  { database, service, transport, report, tries = 33 }: Relay,
  { attempts, ...delivery }: Taken,
): Promise<Relayed> {
  // The last try has not come to an end: perhaps this message kills its relay.
  if (attempts > tries) return giveUp(new Error('No try has come to an end'))
  const handed = await handOver(delivery, service, transport)
  switch (handed.outcome) {
    case 'delivered':
    case 'cancelled':
      await remove(database, delivery)
      return handed.outcome
    case 'erased':
      report(delivery, handed.problem)
      await remove(database, delivery)
      return 'erased'
    case 'undeliverable':
      return giveUp(handed.problem)
    case 'failed':
      if (attempts === tries) return giveUp(handed.problem)
      report(delivery, handed.problem)
      await postpone(database, delivery)
      return 'postponed'
  }

  async function giveUp(problem: unknown): Promise<Relayed> {
    await bury(database, delivery, problem)
    report(delivery, problem)
    return 'dead'
  }
}

async function remove(database: Database, { deliveryId }: Delivery): Promise<void> {
  await database.query('DELETE FROM deliveries WHERE delivery_id = $1', [deliveryId])
}

/** Due again 2, 4, 8 … seconds after the failure, 68 minutes at most. */
async function postpone(database: Database, { deliveryId }: Delivery): Promise<void> {
  await database.query(
    `UPDATE deliveries
        SET due_at = now() + 2 ^ least(attempts, 12) * interval '1 second'
      WHERE delivery_id = $1`,
    [deliveryId],
  )
}
