import type { Delivery } from 'group-invitations'
import { type DeliveryWork, type Relayed, tryDelivery } from '../shared/try-delivery.js'
import type { Database, Statement } from './database.js'

export interface Relay extends DeliveryWork {
  readonly database: Database
  /** Seconds until a taken delivery is due again: longer than the transport can need. By default 60. */
  readonly lease?: number
  /** How often a delivery is tried before it is dead. By default 33 times, which takes about 25 hours. */
  readonly tries?: number
}

interface Taken extends Delivery {
  readonly attempts: number
}

// Taking a row postpones it, so that it is due again if its relay dies.
const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = (unixepoch() + ?1) * 1000
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries WHERE due_at <= unixepoch() * 1000 ORDER BY due_at LIMIT 1
   )
  RETURNING delivery_id AS deliveryId, invitation_id AS invitationId, channel, attempts`

const REMOVE = 'DELETE FROM deliveries WHERE delivery_id = ?1'

const BURY = `
  INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
  SELECT delivery_id, invitation_id, channel, attempts, ?2 FROM deliveries WHERE delivery_id = ?1`

// Not if its lease has ended and another relay has taken it: that one has a lease of its own.
const POSTPONE = `
  UPDATE deliveries SET due_at = unixepoch() * 1000 + ?3 WHERE delivery_id = ?1 AND attempts = ?2`

/**
 * Hands one due delivery over; `undefined`: there is none. Any number of relays share an outbox, and none holds the
 * database while its transport works. Each message is sent at least once, or becomes a dead letter.
 */
export async function relayOne(relay: Relay): Promise<Relayed | undefined> {
  const { database, report, lease = 60, tries = 33 } = relay
  const [rows] = await database.batch([{ sql: TAKE, parameters: [lease] }])
  // The columns that TAKE returns.
  const [taken] = rows as readonly Taken[]
  if (!taken) return undefined
  const { attempts, ...delivery } = taken
  const tried = await tryDelivery(delivery, relay, attempts, tries)
  await database.batch(afterwards(taken, tried.outcome, 'problem' in tried ? tried.problem : ''))
  if ('problem' in tried) report(delivery, tried.problem)
  return tried.outcome
}

function afterwards(
  { deliveryId, attempts }: Taken,
  outcome: Relayed,
  problem: unknown,
): readonly Statement[] {
  const remove = { sql: REMOVE, parameters: [deliveryId] }
  if (outcome === 'postponed') {
    // About 2, 4, 8 … seconds, at last 68 minutes: what failed in one outage does not come back in one instant.
    const pause = Math.round(2 ** Math.min(attempts, 12) * (0.5 + Math.random()) * 1000)
    return [{ sql: POSTPONE, parameters: [deliveryId, attempts, pause] }]
  }
  return outcome === 'dead'
    ? [{ sql: BURY, parameters: [deliveryId, wordsFor(problem)] }, remove]
    : [remove]
}

/** A mail server may answer at length. Of an outage the type: its cause is for the log. */
function wordsFor(problem: unknown): string {
  const hasType = typeof problem === 'object' && problem !== null && 'type' in problem
  const words = problem instanceof Error ? problem.message : hasType ? problem.type : problem
  return String(words).slice(0, 500)
}
