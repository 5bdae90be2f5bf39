import type { Delivery } from 'group-invitations'
import { pauseAbout } from '../shared/pause.js'
import type { Relayed } from '../shared/try-delivery.js'
import { type Relay, relayTaken, type Taken, takeOne } from './relay.js'

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
export async function runRelay(
  relay: Relay,
  { stop, log, concurrency = 10, onRelayed }: RelayRun,
): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  while (!stop.aborted) {
    const taken = await take()
    if (!taken) {
      await pauseAbout(500, stop)
      continue
    }
    const work = finish(taken).finally(() => inFlight.delete(work))
    inFlight.add(work)
    if (inFlight.size >= concurrency) await Promise.race(inFlight)
  }
  await Promise.all(inFlight)

  async function take(): Promise<Taken | undefined> {
    try {
      return await takeOne(relay)
    } catch (problem) {
      log(problem)
      return undefined
    }
  }

  async function finish(taken: Taken): Promise<void> {
    try {
      const outcome = await relayTaken(relay, taken)
      onRelayed?.(outcome, taken)
    } catch (problem) {
      log(problem)
    }
  }
}
