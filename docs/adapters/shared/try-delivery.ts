import type { Delivery, Denial, InvitationService } from 'group-invitations'
import { handOver, type Report, type Transport } from './hand-over.js'

/** What each relay and each worker of a queue needs. */
export interface DeliveryWork {
  readonly service: Pick<InvitationService<Denial>, 'prepareDelivery'>
  readonly transport: Transport
  /** Called with each delivery that is erased, postponed or dead. */
  readonly report: Report
}

/** What has become of a delivery: `postponed` is tried again, and `dead` becomes a dead letter. */
export type Relayed = 'delivered' | 'cancelled' | 'erased' | 'postponed' | 'dead'

export type Tried =
  | { readonly outcome: 'delivered' | 'cancelled' }
  | { readonly outcome: 'erased' | 'postponed' | 'dead'; readonly problem: unknown }

/** Tries a delivery for the `attempts`-th time (the first one is 1), of `tries` at most. Reports nothing. */
export async function tryDelivery(
  delivery: Delivery,
  { service, transport }: Pick<DeliveryWork, 'service' | 'transport'>,
  attempts: number,
  tries: number,
): Promise<Tried> {
  // The last try has not come to an end: perhaps this message kills its process.
  if (attempts > tries) return { outcome: 'dead', problem: new Error('No try has come to an end') }
  const handed = await handOver(delivery, service, transport)
  switch (handed.outcome) {
    case 'undeliverable':
      return { outcome: 'dead', problem: handed.problem }
    case 'failed':
      return { outcome: attempts === tries ? 'dead' : 'postponed', problem: handed.problem }
    case 'delivered':
    case 'cancelled':
      return { outcome: handed.outcome }
    case 'erased':
      return { outcome: 'erased', problem: handed.problem }
  }
}
