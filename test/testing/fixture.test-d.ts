import type { Repositories } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import { invitationRepositoryContract } from 'group-invitations/testing'
import { expectTypeOf, test } from 'vitest'

declare const repositories: Repositories

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
  invitationRepositoryContract(() => ({
    // @ts-expect-error -- the repository of another port
    repository: repositories.groups,
    seed: () => undefined,
    close: () => undefined,
  }))
})
