import type { Delivery } from 'group-invitations'
import { wordsFor } from '../shared/words-for.js'
import type { Database } from './database.js'

/** A delivery that the relay, or the worker of a queue, has given up. */
export interface DeadLetter extends Delivery {
  readonly attempts: number
  /** What the last try has failed with. A mail server may have put the address of the recipient into it. */
  readonly problem: string
  readonly diedAt: Date
}

/** Moves a delivery out of the outbox, in one statement. */
export async function bury(
  database: Database,
  { deliveryId }: Delivery,
  problem: unknown,
): Promise<void> {
  await database.query(
    `WITH dead AS (
       DELETE FROM deliveries WHERE delivery_id = $1
       RETURNING delivery_id, invitation_id, channel, attempts
     )
     INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
     SELECT dead.*, $2 FROM dead`,
    [deliveryId, wordsFor(problem)],
  )
}

/** Stores a dead letter of a queue, once, whether its delivery is still in the outbox or not. In one statement. */
export async function writeDeadLetter(
  database: Database,
  { deliveryId, invitationId, channel }: Delivery,
  attempts: number,
  problem: unknown,
): Promise<void> {
  await database.query(
    `WITH gone AS (DELETE FROM deliveries WHERE delivery_id = $1)
     INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [deliveryId, invitationId, channel, attempts, wordsFor(problem)],
  )
}

/** The latest dead letters first. */
export async function findDeadLetters(database: Database, limit = 100): Promise<DeadLetter[]> {
  const { rows } = await database.query<DeadLetter>(
    `SELECT delivery_id AS "deliveryId", invitation_id AS "invitationId", channel, attempts, problem,
            died_at AS "diedAt"
       FROM dead_letters ORDER BY died_at DESC LIMIT $1`,
    [limit],
  )
  return rows
}

/** Puts dead letters into the outbox again, as if they had not been tried; returns their number. */
export async function reviveDeadLetters(
  database: Database,
  deliveryIds: readonly string[],
): Promise<number> {
  const { rows } = await database.query(
    `WITH alive AS (
       DELETE FROM dead_letters WHERE delivery_id = ANY($1::text[])
       RETURNING delivery_id, invitation_id, channel
     ), waiting AS (
       INSERT INTO deliveries (delivery_id, invitation_id, channel) SELECT * FROM alive
     )
     SELECT delivery_id FROM alive`,
    [deliveryIds],
  )
  return rows.length
}
