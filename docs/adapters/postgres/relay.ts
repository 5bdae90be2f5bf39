import { type Outbox, relayNext, type RelayWork, type Taken } from '../shared/relay.js'
import { type RelayRun, relayUntil } from '../shared/relay-until.js'
import type { Database } from './database.js'
import { bury } from './dead-letters.js'

export interface Relay extends RelayWork {
  readonly database: Database
}

/** Hands one due delivery over; `undefined`: there is none. */
export const relayOne = ({ database, ...work }: Relay) => relayNext(outboxIn(database), work)

/** Hands deliveries over until `run.stop` is aborted. */
export const runRelay = ({ database, ...work }: Relay, run: RelayRun) =>
  relayUntil(outboxIn(database), work, run)

const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = now() + $1 * interval '1 second'
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries
      WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
   )
  RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel, attempts`

const POSTPONE = `
  UPDATE deliveries SET due_at = now() + $3 * interval '1 second'
   WHERE delivery_id = $1 AND attempts = $2`

export const outboxIn = (database: Database): Outbox => ({
  async take(lease) {
    const { rows } = await database.query<Taken>(TAKE, [lease])
    return rows[0]
  },

  async remove({ deliveryId }) {
    await database.query('DELETE FROM deliveries WHERE delivery_id = $1', [deliveryId])
  },

  bury: (delivery, problem) => bury(database, delivery, problem),

  async postpone({ deliveryId, attempts }, seconds) {
    await database.query(POSTPONE, [deliveryId, attempts, seconds])
  },
})
