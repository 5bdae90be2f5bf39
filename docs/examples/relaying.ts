import type { Delivery, InvitationService, PreparedDelivery } from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'

type Deliver = (prepared: PreparedDelivery) => Promise<void>

/** Hands one delivery over. Throws if it must be tried again: the transport or a repository has failed. */
export async function relay(service: InvitationService, delivery: Delivery, deliver: Deliver) {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isOk()) await deliver(prepared.value)
  else if (prepared.error.type === 'DependencyFailed') throw prepared.error.cause
  // Any other error is final, such as an opt-out or an erased invitation: the message must not go out.
}

/** Relays everything that is pending in memory, and returns the problems. What has failed stays pending. */
export async function relayAll(
  service: InvitationService,
  repositories: InMemoryRepositories,
  deliver: Deliver,
): Promise<unknown[]> {
  const problems: unknown[] = []
  for (const delivery of repositories.pendingDeliveries()) {
    try {
      await relay(service, delivery, deliver)
      repositories.markDelivered(delivery.deliveryId)
    } catch (problem) {
      problems.push(problem)
    }
  }
  return problems
}
