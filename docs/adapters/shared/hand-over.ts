import type { Delivery, Denial, InvitationService, PreparedDelivery } from 'group-invitations'

/** Your mail server, or your store of news. */
export interface Transport {
  /**
   * Rejects if it fails: with `Undeliverable` if it will never take this message, else with any other error, and the
   * message is tried again. Must come to an end: give it a time limit, shorter than the lease of the relay. After a
   * crash it may get a message again, with the same `idempotencyKey`: drop it then.
   */
  deliver(prepared: PreparedDelivery): Promise<void>
}

/** The message can never be delivered. It becomes a dead letter at once. */
export class Undeliverable extends Error {}

/** Called with each delivery that was not handed over as it should, and the reason: for logs and alarms. */
export type Report = (delivery: Delivery, problem: unknown) => void

/**
 * - `delivered` by the transport, or `cancelled` because it must not be sent any more.
 * - `erased`: its invitation, or the text of it, was deleted. There is nothing to send.
 * - `failed`: the transport or a dependency. Try it again.
 * - `undeliverable`: trying again is of no use.
 */
export type HandedOver =
  | { readonly outcome: 'delivered' | 'cancelled' }
  | { readonly outcome: 'erased' | 'failed' | 'undeliverable'; readonly problem: unknown }

/** What relay and queue do with one delivery. */
export async function handOver(
  delivery: Delivery,
  service: Pick<InvitationService<Denial>, 'prepareDelivery'>,
  transport: Transport,
): Promise<HandedOver> {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isOk()) {
    try {
      await transport.deliver(prepared.value)
    } catch (problem) {
      return { outcome: problem instanceof Undeliverable ? 'undeliverable' : 'failed', problem }
    }
    return { outcome: 'delivered' }
  }
  const problem = prepared.error
  switch (problem.type) {
    case 'DeliveryCancelled':
      return { outcome: 'cancelled' }
    case 'InvitationNotFound':
      return { outcome: 'erased', problem }
    case 'DependencyFailed':
      return { outcome: 'failed', problem }
    case 'InvalidRequest':
      return { outcome: 'undeliverable', problem }
  }
}
