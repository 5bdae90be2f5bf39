import type { Delivery, InvitationService, PreparedDelivery } from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'

type Deliver = (prepared: PreparedDelivery) => Promise<void>

/** Hands one delivery over, unless it must not go out any more. Throws if it must be tried again. */
export async function relay(service: InvitationService, delivery: Delivery, deliver: Deliver) {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isOk()) await deliver(prepared.value)
  else if (prepared.error.type === 'DependencyFailed') throw prepared.error.cause
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
