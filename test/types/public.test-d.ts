import {
  decide,
  type InvalidRequest,
  type InvitationApproval,
  type InvitationDenied,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
  type Repositories,
  type RepositoryFailed,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import type { Result, ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'
import network from '../../docs/examples/network.json' with { type: 'json' }

declare const request: InvitationRequest
declare const facts: InvitationFacts
declare const repositories: Repositories

test('evaluate and decide say all that can come of them', () => {
  expectTypeOf(new InvitationPolicy(repositories).evaluate(request)).toEqualTypeOf<
    ResultAsync<InvitationApproval, InvalidRequest | InvitationDenied | RepositoryFailed>
  >()
  expectTypeOf(decide(request, facts)).toEqualTypeOf<
    Result<InvitationApproval, InvalidRequest | InvitationDenied>
  >()
})

test('there is always a first denial', () => {
  expectTypeOf<InvitationDenied['denials'][0]>().not.toExtend<undefined>()
})

test('what comes out is read-only', () => {
  const approval = {} as InvitationApproval
  // @ts-expect-error -- read-only
  approval.decidedAt = new Date()
  // @ts-expect-error -- read-only
  approval.request.text = ''
})

test('imported JSON is a network', () => {
  expectTypeOf(network).toExtend<Network>()
  expectTypeOf(createInMemoryRepositories(network)).toEqualTypeOf<Repositories>()
})

test('a network written down as constants is one too', () => {
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

test('a request may say undefined for what is absent, as forms do', () => {
  const candidate = { inviterId: 'a', recipientId: 'b', groupId: 'c', route: 'group' } as const
  expectTypeOf({
    ...candidate,
    text: '',
    subject: undefined,
    reference: undefined,
  }).toExtend<InvitationRequest>()
})

test('a request knows no route but the two', () => {
  // @ts-expect-error -- no such route
  const route: InvitationRequest['route'] = 'search'
  expectTypeOf(route).toBeString()
})
