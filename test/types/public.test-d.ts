import {
  type ContentFinding,
  type ContentScreener,
  createTermScreener,
  decide,
  type InvalidRequest,
  type InvitationApproval,
  type InvitationDenial,
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

test('a rule that only advises cannot be made to deny', () => {
  const options = { enforcement: { LinkInText: 'deny', MassMessage: undefined } } as const
  expectTypeOf(new InvitationPolicy(repositories, options)).toEqualTypeOf<InvitationPolicy>()
  // @ts-expect-error -- the network says "should"
  decide(request, facts, { enforcement: { WantsAndHavesNotAddressed: 'deny' } })
  // @ts-expect-error -- no content rule
  decide(request, facts, { enforcement: { AlreadyMember: 'off' } })
})

test('findings are denials too, so that one switch has words for both', () => {
  expectTypeOf<ContentFinding>().toExtend<InvitationDenial>()
  expectTypeOf<InvitationDenial>().not.toExtend<ContentFinding>()
  expectTypeOf<InvitationApproval['advisories'][number]>().toEqualTypeOf<ContentFinding>()
})

test('own readers may answer at once or later', () => {
  const screener: ContentScreener = { screen: () => [] }
  const later: ContentScreener = {
    screen: () => Promise.resolve([{ category: 'spam', term: 'x', index: 0 }]),
  }
  expectTypeOf(screener).toEqualTypeOf(later)
  // @ts-expect-error -- no such category
  later.screen = () => [{ category: 'ham', term: 'x', index: 0 }]
  expectTypeOf(createTermScreener({ terms: [] })).toExtend<ContentScreener>()
})
