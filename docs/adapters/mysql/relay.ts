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

// An UPDATE skips no locked rows.
const FIND_DUE = `
  SELECT delivery_id AS deliveryId, invitation_id AS invitationId, channel, attempts + 1 AS attempts
    FROM deliveries
   WHERE due_at <= UTC_TIMESTAMP(3)
   ORDER BY due_at
   LIMIT 1
     FOR UPDATE SKIP LOCKED`

const TAKE = `
  UPDATE deliveries
     SET attempts = attempts + 1, due_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
   WHERE delivery_id = ?`

const REMOVE = 'DELETE FROM deliveries WHERE delivery_id = ?'

const BURY = `
  INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
  SELECT delivery_id, invitation_id, channel, attempts, ? FROM deliveries WHERE delivery_id = ?`

const POSTPONE = `
  UPDATE deliveries
     SET due_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
   WHERE delivery_id = ? AND attempts = ?`

export const outboxIn = (database: Database): Outbox => ({
  take: (lease) =>
    database.transaction(async ({ find, write }) => {
      const [taken] = await find<Taken>(FIND_DUE)
      if (taken) await write(TAKE, [lease, taken.deliveryId])
      return taken
    }),

  async remove({ deliveryId }) {
    await database.write(REMOVE, [deliveryId])
  },

  bury: ({ deliveryId }, problem) =>
    database.transaction(async ({ write }) => {
      await write(BURY, [wordsFor(problem), deliveryId])
      await write(REMOVE, [deliveryId])
    }),

  async postpone({ deliveryId, attempts }, seconds) {
    await database.write(POSTPONE, [Math.round(seconds * 1_000_000), deliveryId, attempts])
  },
})
