import type { Repositories } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import { invitationRepositoryContract, type OpenFixture } from 'group-invitations/testing'
import { expectTypeOf, test } from 'vitest'

declare const repositories: Repositories

declare const open: OpenFixture<Repositories['invitations']>

test('a fixture has whatever the store has', () => {
  invitationRepositoryContract(async () => {
    await Promise.resolve()
    return {
      repository: repositories.invitations,
      seed: (network: Network) => {
        expectTypeOf(network).toEqualTypeOf<Network>()
      },
      deliveries: () => [],
      another: () => Promise.resolve(repositories.invitations),
      close: () => Promise.resolve(),
    }
  })
  // @ts-expect-error -- misspelt
  invitationRepositoryContract(open, { lacks: ['block'] })
  // @ts-expect-error -- no identifiers of groups and invitations
  invitationRepositoryContract(open, { ids: { member: String } })
  invitationRepositoryContract(() => ({
    // @ts-expect-error -- the repository of another port
    repository: repositories.groups,
    seed: () => undefined,
    close: () => undefined,
  }))
})
