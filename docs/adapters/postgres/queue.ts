import type { Delivery, InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import type { Transport } from './relay.js'
import { inTransaction } from './transaction.js'

export const QUEUE = 'invitation-deliveries'

/** Deliveries that failed for more than a day: a person must look at them. */
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
  service: Pick<InvitationService, 'prepareDelivery'>,
  transport: Transport,
): Promise<string> =>
  boss.work<Delivery>(QUEUE, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) {
      const prepared = await service.prepareDelivery(data)
      if (prepared.isOk()) await transport.deliver(prepared.value)
      else if (prepared.error.type !== 'DeliveryCancelled') {
        throw new Error(`Not prepared: ${prepared.error.type}`, { cause: prepared.error })
      }
    }
  })
