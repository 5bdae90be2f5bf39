import type { Delivery } from 'group-invitations'
import type { Database } from './database.js'
import { bury } from './dead-letters.js'
import { type DeliveryWork, type Relayed, tryDelivery } from '../shared/try-delivery.js'

export interface Relay extends DeliveryWork {
  readonly database: Database
  /** Seconds until a taken delivery is due again: longer than the transport can need. By default 60. */
  readonly lease?: number
  /** How often a delivery is tried before it is dead. By default 33 times, which takes about 25 hours. */
  readonly tries?: number
}

/** A delivery that is this relay's until its lease ends. */
export interface Taken extends Delivery {
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
  const taken = await takeOne(relay)
  return taken && relayTaken(relay, taken)
}

export async function takeOne({ database, lease = 60 }: Relay): Promise<Taken | undefined> {
  const { rows } = await database.query<Taken>(TAKE, [lease])
  return rows[0]
}

export async function relayTaken(relay: Relay, taken: Taken): Promise<Relayed> {
  const { database, report, tries = 33 } = relay
  const { attempts, ...delivery } = taken
  const tried = await tryDelivery(delivery, relay, attempts, tries)
  switch (tried.outcome) {
    case 'delivered':
    case 'cancelled':
      await remove(database, delivery)
      break
    case 'erased':
      report(delivery, tried.problem)
      await remove(database, delivery)
      break
    case 'dead':
      await bury(database, delivery, tried.problem)
      report(delivery, tried.problem)
      break
    case 'postponed':
      report(delivery, tried.problem)
      await postpone(database, taken)
      break
  }
  return tried.outcome
}

async function remove(database: Database, { deliveryId }: Delivery): Promise<void> {
  await database.query('DELETE FROM deliveries WHERE delivery_id = $1', [deliveryId])
}

/**
 * Due again about 2, 4, 8 … seconds after the failure, at last about 68 minutes: each half of that to one and a half
 * times that, so that what failed in one outage does not come back in one instant. Not if its lease has ended and
 * another relay has taken it: that one has a lease of its own.
 */
async function postpone(database: Database, { deliveryId, attempts }: Taken): Promise<void> {
  await database.query(
    `UPDATE deliveries
        SET due_at = now() + 2 ^ least(attempts, 12) * (0.5 + random()) * interval '1 second'
      WHERE delivery_id = $1 AND attempts = $2`,
    [deliveryId, attempts],
  )
}
