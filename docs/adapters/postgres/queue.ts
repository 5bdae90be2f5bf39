import type { Delivery, Denial, InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import { handOver, type Report, type Transport } from '../shared/hand-over.js'
import { inTransaction } from './transaction.js'

export const QUEUE = 'invitation-deliveries'

/** Deliveries that failed for more than a day, or can never be made: a person must look at them. */
export const DEAD_LETTERS = 'invitation-deliveries-failed'

export async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_LETTERS)
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    retryLimit: 16,
    retryDelay: 2,
    retryBackoff: true,
    deadLetter: DEAD_LETTERS,
  })
}

/** Moves due deliveries into the queue in one transaction, so that each becomes one job; returns their number. */
export const forwardDeliveries = (pool: Pool, boss: PgBoss, limit = 100): Promise<number> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<Delivery>(
      `DELETE FROM deliveries
        WHERE delivery_id IN (
          SELECT delivery_id FROM deliveries WHERE due_at <= now()
           ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
        )
        RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel`,
      [limit],
    )
    const db = { executeSql: (sql: string, values: unknown[]) => client.query(sql, values) }
    for (const delivery of rows) {
      // Without an error, `null` means that the queue does not exist.
      const job = await boss.send(QUEUE, delivery, { db })
      if (job === null) throw new Error(`The queue ${QUEUE} takes no jobs`)
    }
    return rows.length
  })

export const workDeliveries = (
  boss: PgBoss,
  service: Pick<InvitationService<Denial>, 'prepareDelivery'>,
  transport: Transport,
  report: Report,
): Promise<string> =>
  boss.work<Delivery>(QUEUE, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { id, data } of jobs) {
      const handed = await handOver(data, service, transport)
      if (!('problem' in handed)) continue
      report(data, handed.problem)
      // A job that fails is tried again.
      if (handed.outcome === 'failed') throw new Error('Not delivered', { cause: handed.problem })
      // The same identifier, so that it is there once if this worker dies before the job is completed.
      if (handed.outcome === 'undeliverable') await boss.send(DEAD_LETTERS, data, { id })
    }
  })

/** The dead letters of the queue, the latest first. */
export async function findDeadJobs(pool: Pool, limit = 100): Promise<Delivery[]> {
  const { rows } = await pool.query<{ data: Delivery }>(
    `SELECT data FROM pgboss.job
      WHERE name = $1 AND state = 'created' ORDER BY created_on DESC LIMIT $2`,
    [DEAD_LETTERS, limit],
  )
  return rows.map(({ data }) => data)
}
