import type { Delivery } from 'group-invitations'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import { inTransaction } from '../postgres/transaction.js'
import { type QueueWork, tryJob } from './try-job.js'

export const QUEUE = 'invitation-deliveries'

/** With waits of 2, 4, 8 … seconds, each reduced by up to its half, these take 18 to 36 hours. */
const TRIES = 17

/**
 * `lease`: seconds until the job of a worker that was killed is tried again; longer than the transport can need.
 * pg-boss looks for such jobs every `maintenanceIntervalSeconds`, 120 by default.
 */
export async function createQueue(boss: PgBoss, lease = 60): Promise<void> {
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    // One more, which makes a dead letter of a message that has killed its worker each time.
    retryLimit: TRIES,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: lease,
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

/** Works on `concurrency` jobs at once. `boss.offWork(QUEUE)` ends that, and `boss.stop()` waits for them. */
export async function workDeliveries(
  boss: PgBoss,
  work: QueueWork,
  concurrency = 10,
): Promise<void> {
  for (let count = 0; count < concurrency; count += 1) {
    // Jobs one by one: a batch is completed as a whole, also the job in it that another worker has by then.
    const options = { batchSize: 1, includeMetadata: true, pollingIntervalSeconds: 0.5 } as const
    const worker: string = await boss.work<Delivery>(QUEUE, options, async (jobs) => {
      // Without a pause, as long as there are jobs.
      boss.notifyWorker(worker)
      for (const { data, retryCount } of jobs) await tryJob(work, data, retryCount + 1, TRIES)
    })
  }
}
