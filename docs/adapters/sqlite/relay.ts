import { type Outbox, relayNext, type RelayWork, type Taken } from '../shared/relay.js'
import { type RelayRun, relayUntil } from '../shared/relay-until.js'
import { wordsFor } from '../shared/words-for.js'
import type { Database } from './database.js'

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
     SET attempts = attempts + 1, due_at = (unixepoch() + ?1) * 1000
   WHERE delivery_id = (
     SELECT delivery_id FROM deliveries WHERE due_at <= unixepoch() * 1000 ORDER BY due_at LIMIT 1
   )
  RETURNING delivery_id AS deliveryId, invitation_id AS invitationId, channel, attempts`

const REMOVE = 'DELETE FROM deliveries WHERE delivery_id = ?1'

const BURY = `
  INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
  SELECT delivery_id, invitation_id, channel, attempts, ?2 FROM deliveries WHERE delivery_id = ?1`

const POSTPONE = `
  UPDATE deliveries SET due_at = unixepoch() * 1000 + ?3 WHERE delivery_id = ?1 AND attempts = ?2`

export const outboxIn = (database: Database): Outbox => ({
  async take(lease) {
    const [rows] = await database.batch([{ sql: TAKE, parameters: [lease] }])
    // The columns that TAKE returns.
    return (rows as readonly Taken[])[0]
  },

  async remove({ deliveryId }) {
    await database.batch([{ sql: REMOVE, parameters: [deliveryId] }])
  },

  async bury({ deliveryId }, problem) {
    await database.batch([
      { sql: BURY, parameters: [deliveryId, wordsFor(problem)] },
      { sql: REMOVE, parameters: [deliveryId] },
    ])
  },

  async postpone({ deliveryId, attempts }, seconds) {
    const milliseconds = Math.round(seconds * 1000)
    await database.batch([{ sql: POSTPONE, parameters: [deliveryId, attempts, milliseconds] }])
  },
})
