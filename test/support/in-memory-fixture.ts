import type { GroupId, MemberId, Standing } from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import type { Fixture } from 'group-invitations/testing'

/** It can look at the memberships and change them, as cases about answers do. */
export interface InMemoryFixture<Repository> extends Fixture<Repository> {
  standingOf(groupId: GroupId, memberId: MemberId): Promise<Standing | undefined>
  setStanding(groupId: GroupId, memberId: MemberId, standing: Standing | undefined): void
}

/** A fixture over the in-memory repositories, with the repository that is taken out of them. */
export function inMemoryFixture<Repository>(
  take: (repositories: InMemoryRepositories) => Repository,
): InMemoryFixture<Repository> {
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
      const found = await repositories.memberships.findStandings([groupId], [memberId])
      return found.get(groupId)?.get(memberId)
    },
    setStanding(groupId, memberId, standing) {
      repositories.setStanding(groupId, memberId, standing)
    },
    close: () => undefined,
  }
}
