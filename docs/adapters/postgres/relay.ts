import type { Delivery, InvitationService, PreparedDelivery } from 'group-invitations'
import type { Database } from './database.js'

/** Hands a message over: to a mail server, to the store of the news. Rejects where it could not. */
export interface Transport {
  /**
   * May be called again for what it has taken already, after a crash: then with the same `idempotencyKey`, by which it
   * can drop the repetition.
   */
  deliver(prepared: PreparedDelivery): Promise<void>
}

/**
 * What became of one delivery.
 *
 * - `delivered`: the transport has taken it. `cancelled`: it must not go out any more. Both leave the outbox.
 * - `postponed`: the transport or a repository has failed, and it is tried again.
 * - `unknown`: no invitation belongs to it, or no longer. It leaves the outbox; look where it came from.
 */
export type Relayed = 'delivered' | 'cancelled' | 'postponed' | 'unknown'

/** What a relay works with. */
export interface Relay {
  readonly database: Database
  readonly service: Pick<InvitationService, 'prepareDelivery'>
  readonly transport: Transport
  /** Disclosed of everything that is postponed or unknown, and why: for logs and alarms. */
  readonly report: (delivery: Delivery, problem: unknown) => void
  /** How long a delivery is left to who has taken it, in seconds: longer than the transport can take. By default 60. */
  readonly lease?: number
}

/** Whoever takes a row moves its time ahead, so that it is due again should nothing more be heard of them. */
const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = now() + $1 * interval '1 second'
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries
      WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
   )
  RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel`

/**
 * Hands one due delivery over, and takes it out of the outbox; `undefined`: there is none.
 *
 * Any number of relays share an outbox without waiting for each other or taking the same row, and none holds a
 * transaction open while its transport works. What a relay had taken when it was killed is due again after the lease:
 * each message goes out at least once.
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
