import type { Delivery, InvitationService, PreparedDelivery } from 'group-invitations'
import type { Database } from './database.js'

/** Your mail server, or your store of news. */
export interface Transport {
  /** Rejects if it fails. After a crash it may get a message again, with the same `idempotencyKey`: drop it then. */
  deliver(prepared: PreparedDelivery): Promise<void>
}

/**
 * - `delivered` by the transport, or `cancelled` because it must not be sent any more: both leave the outbox.
 * - `postponed`: the transport or a dependency has failed. It is tried again.
 * - `unknown`: it has no invitation. It leaves the outbox; find out where it came from.
 */
export type Relayed = 'delivered' | 'cancelled' | 'postponed' | 'unknown'

export interface Relay {
  readonly database: Database
  readonly service: Pick<InvitationService, 'prepareDelivery'>
  readonly transport: Transport
  /** Called with each delivery that is postponed or unknown, and the reason: for logs and alarms. */
  readonly report: (delivery: Delivery, problem: unknown) => void
  /** Seconds until a taken delivery is due again: longer than the transport can need. By default 60. */
  readonly lease?: number
}

// Taking a row postpones it, so that it is due again if its relay dies.
const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = now() + $1 * interval '1 second'
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries
      WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
   )
  RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel`

/**
 * Hands one due delivery over; `undefined`: there is none. Any number of relays share an outbox, and none holds a
 * transaction open while its transport works. Each message is sent at least once.
 */
export async function relayOne(relay: Relay): Promise<Relayed | undefined> {
  const { rows } = await relay.database.query<Delivery>(TAKE, [relay.lease ?? 60])
  const [delivery] = rows
  return delivery && handOver(delivery, relay)
}

async function handOver(
  delivery: Delivery,
  { database, service, transport, report }: Relay,
): Promise<Relayed> {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isOk()) {
    try {
      await transport.deliver(prepared.value)
    } catch (problem) {
      report(delivery, problem)
      return postpone(database, delivery)
    }
    return remove(database, delivery, 'delivered')
  }
  switch (prepared.error.type) {
    case 'DeliveryCancelled':
      return remove(database, delivery, 'cancelled')
    case 'DependencyFailed':
      report(delivery, prepared.error)
      return postpone(database, delivery)
    case 'InvitationNotFound':
    case 'InvalidRequest':
      report(delivery, prepared.error)
      return remove(database, delivery, 'unknown')
  }
}

async function remove(
  database: Database,
  { deliveryId }: Delivery,
  relayed: Relayed,
): Promise<Relayed> {
  await database.query('DELETE FROM deliveries WHERE delivery_id = $1', [deliveryId])
  return relayed
}

/** Due again 2, 4, 8 … seconds after the failure, 68 minutes at most. */
async function postpone(database: Database, { deliveryId }: Delivery): Promise<Relayed> {
  await database.query(
    `UPDATE deliveries
        SET due_at = now() + 2 ^ least(attempts, 12) * interval '1 second'
      WHERE delivery_id = $1`,
    [deliveryId],
  )
  return 'postponed'
}
