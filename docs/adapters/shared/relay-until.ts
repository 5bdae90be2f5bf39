import type { Delivery } from 'group-invitations'
import { pauseAbout } from './pause.js'
import { type Outbox, relayTaken, type RelayWork, type Taken, takeNext } from './relay.js'
import type { Relayed } from './try-delivery.js'

export interface RelayRun {
  /** Takes no more deliveries when it is aborted. */
  readonly stop: AbortSignal
  /** Called if the database fails, or a callback throws. The deliveries are due again after their lease. */
  readonly log: (problem: unknown) => void
  /** How many deliveries are in flight at most. By default 10. */
  readonly concurrency?: number
  /** Called with what has become of each delivery: for counters. */
  readonly onRelayed?: (outcome: Relayed, delivery: Delivery) => void
}

/**
 * Hands deliveries over until `stop` is aborted, in the process of the service or in its own. Resolves when nothing is
 * in flight. A slow message holds no other one, since each has a lease of its own.
 */
export async function relayUntil(
  outbox: Outbox,
  work: RelayWork,
  { stop, log, concurrency = 10, onRelayed }: RelayRun,
): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  while (!stop.aborted) {
    const taken = await take()
    if (!taken) {
      await pauseAbout(500, stop)
      continue
    }
    const finishing = finish(taken).finally(() => inFlight.delete(finishing))
    inFlight.add(finishing)
    if (inFlight.size >= concurrency) await Promise.race(inFlight)
  }
  await Promise.all(inFlight)

  async function take(): Promise<Taken | undefined> {
    try {
      return await takeNext(outbox, work)
    } catch (problem) {
      log(problem)
      return undefined
    }
  }

  async function finish(taken: Taken): Promise<void> {
    try {
      const outcome = await relayTaken(outbox, work, taken)
      onRelayed?.(outcome, taken)
    } catch (problem) {
      log(problem)
    }
  }
}
