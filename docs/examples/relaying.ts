import type {
  Delivery,
  DeliveryCancelled,
  InvalidRequest,
  InvitationNotFound,
  InvitationService,
  PreparedDelivery,
} from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'

/** Where a worker hands messages over, and where it says why it does not. */
export interface Outlet {
  deliver(prepared: PreparedDelivery): Promise<void>
  /** For the log alone: some reasons are private to the recipient. */
  log(line: string): void
}

/** Hands one delivery over, unless it must not go out any more. Throws if it must be tried again. */
export async function relay(service: InvitationService, delivery: Delivery, outlet: Outlet) {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isOk()) await outlet.deliver(prepared.value)
  else if (prepared.error.type === 'DependencyFailed') throw prepared.error.cause
  else outlet.log(`${delivery.deliveryId}: ${whyNot(prepared.error).join(', ')}`)
}

function whyNot(error: DeliveryCancelled | InvitationNotFound | InvalidRequest): string[] {
  return error.type === 'DeliveryCancelled' ? error.reasons.map(({ type }) => type) : [error.type]
}

/** Relays everything that is pending in memory, and returns the problems. What has failed stays pending. */
export async function relayAll(
  service: InvitationService,
  repositories: InMemoryRepositories,
  outlet: Outlet,
): Promise<unknown[]> {
  const problems: unknown[] = []
  for (const delivery of repositories.pendingDeliveries()) {
    try {
      await relay(service, delivery, outlet)
      repositories.markDelivered(delivery.deliveryId)
    } catch (problem) {
      problems.push(problem)
    }
  }
  return problems
}
