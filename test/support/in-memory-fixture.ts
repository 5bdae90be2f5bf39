import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import type { Fixture } from 'group-invitations/testing'

/** A fixture over the in-memory repositories, with the repository that is taken out of them. */
export function inMemoryFixture<Repository>(
  take: (repositories: InMemoryRepositories) => Repository,
): Fixture<Repository> {
  let repositories = createInMemoryRepositories()
  let repository = take(repositories)
  return {
    get repository() {
      return repository
    },
    seed(network) {
      repositories = createInMemoryRepositories(network)
      repository = take(repositories)
    },
    deliveries: () => repositories.pendingDeliveries(),
    async standingOf(groupId, memberId) {
      const standings = await repositories.memberships.findStandings([groupId], [memberId])
      return standings.get(groupId)?.get(memberId)
    },
    setStanding: (groupId, memberId, standing) =>
      repositories.setStanding(groupId, memberId, standing),
    close: () => undefined,
  }
}
