import type { Repositories } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { expectTypeOf, test } from 'vitest'
import network from '../../docs/examples/network.json' with { type: 'json' }

test('imported JSON is a network', () => {
  expectTypeOf(network).toExtend<Network>()
  expectTypeOf(createInMemoryRepositories(network)).toExtend<Repositories>()
})

test('a network written as constants is one too', () => {
  const constant = {
    members: [
      { memberId: 'anna', displayName: 'Anna' },
      { memberId: 'bernd', displayName: 'Bernd' },
    ],
    groups: [{ groupId: 'chess', name: 'Schach', standings: { anna: 'member' } }],
    contacts: [['anna', 'bernd']],
  } as const
  expectTypeOf(constant).toExtend<Network>()
})
