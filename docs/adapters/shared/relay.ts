import type { Delivery } from 'group-invitations'
import { type DeliveryWork, type Relayed, tryDelivery } from './try-delivery.js'

/** A delivery that is this relay's until its lease ends. */
export interface Taken extends Delivery {
  /** The number of this try; the first one is 1. */
  readonly attempts: number
}

/** The outbox of a store, which any number of relays share. Each method is one atomic write. */
export interface Outbox {
  /**
   * Takes the delivery that has been due for longest; `undefined`: none is due. It is due again after `lease` seconds,
   * in case its relay dies. No two relays take the same one, and none waits for another.
   */
  take(lease: number): Promise<Taken | undefined>
  remove(delivery: Delivery): Promise<void>
  /** Makes it a dead letter, if it is still there. */
  bury(delivery: Delivery, problem: unknown): Promise<void>
  /**
   * Makes it due after so many seconds from now. Not if its lease has ended and another relay has taken it, so that it
   * has more attempts: that one has a lease of its own.
   */
  postpone(taken: Taken, seconds: number): Promise<void>
}

/** What a relay of any store needs. */
export interface RelayWork extends DeliveryWork {
  /** Seconds until a taken delivery is due again: longer than the transport can need. By default 60. */
  readonly lease?: number
  /** How often a delivery is tried before it is dead. By default 33 times, which takes about 25 hours. */
  readonly tries?: number
}

/**
 * Hands one due delivery over; `undefined`: there is none. Any number of relays share an outbox, and none holds a
 * connection while its transport works. Each message is sent at least once, or becomes a dead letter.
 */
export async function relayNext(outbox: Outbox, work: RelayWork): Promise<Relayed | undefined> {
  const taken = await takeNext(outbox, work)
  return taken && relayTaken(outbox, work, taken)
}

export const takeNext = (outbox: Outbox, { lease = 60 }: RelayWork) => outbox.take(lease)

export async function relayTaken(outbox: Outbox, work: RelayWork, taken: Taken): Promise<Relayed> {
  const { report, tries = 33 } = work
  const { attempts, ...delivery } = taken
  const tried = await tryDelivery(delivery, work, attempts, tries)
  switch (tried.outcome) {
    case 'delivered':
    case 'cancelled':
      await outbox.remove(delivery)
      break
    case 'erased':
      report(delivery, tried.problem)
      await outbox.remove(delivery)
      break
    case 'dead':
      await outbox.bury(delivery, tried.problem)
      report(delivery, tried.problem)
      break
    case 'postponed':
      report(delivery, tried.problem)
      await outbox.postpone(taken, secondsAfter(attempts))
      break
  }
  return tried.outcome
}

/**
 * About 2, 4, 8 … seconds, at last about 68 minutes: each half of that to one and a half times that, so that what
 * failed in one outage does not come back in one instant.
 */
const secondsAfter = (attempts: number) => 2 ** Math.min(attempts, 12) * (0.5 + Math.random())
