import { Queue, type RedisOptions, Worker, type WorkerOptions } from 'bullmq'
import type { Delivery } from 'group-invitations'
import type { Pool } from 'pg'
import type { Database } from '../postgres/database.js'
import { inTransaction } from '../postgres/transaction.js'
import { type QueueWork, tryJob } from './try-job.js'

export const QUEUE = 'invitation-deliveries'

/** With waits of 2, 4, 8 … seconds, each reduced by up to its half, these take 18 to 36 hours. */
const TRIES = 17

// A delivery stays in the outbox until its job is done, since Redis is no part of the transaction and may lose its
// memory. The outbox says what is to be sent, and the queue when.

/** Resolves when Redis is there. `connection` is `{ url }`, or what else ioredis takes. Listen to `error` of the queue. */
export async function openQueue(connection: RedisOptions): Promise<Queue<Delivery>> {
  const queue = new Queue<Delivery>(QUEUE, {
    // Fails at once while Redis is away. Otherwise it would wait, and the transaction that forwards with it.
    connection: { ...connection, enableOfflineQueue: false },
    defaultJobOptions: {
      // One more, which makes a dead letter of a message that has killed its worker each time.
      attempts: TRIES + 1,
      backoff: { type: 'exponential', delay: 2000, jitter: 0.5 },
      // A job that is kept would take its identifier: a delivery that is revived could not become one again.
      removeOnComplete: true,
      removeOnFail: true,
    },
  })
  await queue.waitUntilReady()
  return queue
}

/**
 * Makes a job of each due delivery; returns their number. Each is due again after `lease` seconds, and becomes a job
 * again if Redis has lost it: as long as it has it, it ignores another job with the same identifier.
 */
export const forwardDeliveries = (
  pool: Pool,
  queue: Queue<Delivery>,
  { limit = 100, lease = 3600 } = {},
): Promise<number> =>
  // If Redis fails, the transaction is rolled back, and they stay due.
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<Delivery>(
      `UPDATE deliveries SET due_at = now() + $2 * (0.5 + random()) * interval '1 second'
        WHERE delivery_id IN (
          SELECT delivery_id FROM deliveries WHERE due_at <= now()
           ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
        )
        RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel`,
      [limit, lease],
    )
    await queue.addBulk(
      rows.map((data) => ({ name: data.channel, data, opts: { jobId: data.deliveryId } })),
    )
    return rows.length
  })

/** Works on 10 jobs at once, or as `options` say. Listen to `error` of the worker; `close` waits for its jobs. */
export const workDeliveries = (work: QueueWork, options: WorkerOptions): Worker<Delivery> =>
  new Worker<Delivery>(
    QUEUE,
    async ({ data, attemptsStarted }) => {
      // A job may come again after its delivery was done: its worker was killed, or Redis was restored.
      if (!(await isWaiting(work.database, data))) return
      await tryJob(work, data, attemptsStarted, TRIES)
      await work.database.query('DELETE FROM deliveries WHERE delivery_id = $1', [data.deliveryId])
    },
    { concurrency: 10, maxStalledCount: TRIES, ...options },
  )

async function isWaiting(database: Database, { deliveryId }: Delivery): Promise<boolean> {
  const { rows } = await database.query('SELECT FROM deliveries WHERE delivery_id = $1', [
    deliveryId,
  ])
  return rows.length > 0
}
