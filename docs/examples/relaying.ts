import type { InvitationService, PreparedDelivery } from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'

/** Hands over what is pending, and gives what has to be tried again: its transport, or a repository, has failed. */
export async function relayAll(
  service: InvitationService,
  repositories: InMemoryRepositories,
  deliver: (prepared: PreparedDelivery) => Promise<void>,
): Promise<unknown[]> {
  const problems: unknown[] = []
  for (const delivery of repositories.pendingDeliveries()) {
    const prepared = await service.prepareDelivery(delivery)
    try {
      if (prepared.isOk()) await deliver(prepared.value)
      else if (prepared.error.type === 'DependencyFailed') throw prepared.error.cause
      // Handed over, or not to be handed over any more: an opt-out, an erased invitation, a delivery that is none.
      repositories.markDelivered(delivery.deliveryId)
    } catch (problem) {
      problems.push(problem)
    }
  }
  return problems
}
