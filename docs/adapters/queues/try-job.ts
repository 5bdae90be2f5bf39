import type { Delivery } from 'group-invitations'
import type { Database } from '../postgres/database.js'
import { writeDeadLetter } from '../postgres/dead-letters.js'
import { type DeliveryWork, tryDelivery } from '../shared/try-delivery.js'

/** What the workers of each queue need. */
export interface QueueWork extends DeliveryWork {
  readonly database: Database
}

/** Does one try of a job. Rejects if the queue must try it again, and stores a dead letter if it must not. */
export async function tryJob(
  work: QueueWork,
  delivery: Delivery,
  attempts: number,
  tries: number,
): Promise<void> {
  const tried = await tryDelivery(delivery, work, attempts, tries)
  if (!('problem' in tried)) return
  if (tried.outcome === 'dead') {
    await writeDeadLetter(work.database, delivery, attempts, tried.problem)
  }
  work.report(delivery, tried.problem)
  // Without the problem, since a queue may store and show it: a mail server puts addresses into its answers.
  if (tried.outcome === 'postponed') throw new Error('Not delivered: see the report')
}
