import {
  type CandidateDenial,
  type ContactChoice,
  type ContentFinding,
  decide,
  defineRule,
  type Delivery,
  type DeliveryCancelled,
  type FormDenial,
  type GroupChoice,
  type InvalidRequest,
  type InvitationApproval,
  type InvitationDenial,
  type InvitationDenied,
  type InvitationFacts,
  type InvitationIdReused,
  type InvitationNotFound,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type PreparedDelivery,
  type Repositories,
  type DependencyFailed,
  type SentInvitation,
} from 'group-invitations'
import {
  createTermScreener,
  type FindMentions,
  findMentions,
  type Screen,
  screenText,
} from 'group-invitations/content'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { invitationRepositoryContract } from 'group-invitations/testing'
import type { Result, ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'
import network from '../../docs/examples/network.json' with { type: 'json' }

declare const request: InvitationRequest
declare const facts: InvitationFacts
declare const repositories: Repositories
declare const delivery: Delivery

test('evaluate and decide say all that can come of them', () => {
  expectTypeOf(new InvitationPolicy(repositories).evaluate(request)).toEqualTypeOf<
    ResultAsync<InvitationApproval, InvalidRequest | InvitationDenied | DependencyFailed>
  >()
  expectTypeOf(decide(request, facts)).toEqualTypeOf<
    Result<InvitationApproval, InvalidRequest | InvitationDenied>
  >()
})

test('choosing says all that can come of it, the denials of own rules included', () => {
  const policy = new InvitationPolicy(repositories)
  type Outage = InvalidRequest | DependencyFailed
  expectTypeOf(policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqualTypeOf<
    ResultAsync<readonly GroupChoice[], Outage>
  >()
  expectTypeOf(policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })).toEqualTypeOf<
    ResultAsync<readonly ContactChoice[], Outage>
  >()
  expectTypeOf<GroupChoice['denials'][number]>().toEqualTypeOf<CandidateDenial>()
  expectTypeOf<InvitationDenial>().toEqualTypeOf<CandidateDenial | FormDenial | ContentFinding>()
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp' }) })
  const withQuota = new InvitationPolicy(repositories, { rules: [quota] })
  expectTypeOf(withQuota.contactsFor({ inviterId: 'anna', groupId: 'chess' })).toEqualTypeOf<
    ResultAsync<readonly ContactChoice<{ readonly type: 'QuotaUsedUp' }>[], Outage>
  >()
})

test('send and what follows it say all that can come of them', () => {
  const service = new InvitationService(new InvitationPolicy(repositories), repositories)
  expectTypeOf(service.send(request)).toEqualTypeOf<
    ResultAsync<
      SentInvitation,
      InvalidRequest | InvitationDenied | DependencyFailed | InvitationIdReused
    >
  >()
  expectTypeOf(service.prepareDelivery(delivery)).toEqualTypeOf<
    ResultAsync<
      PreparedDelivery,
      InvalidRequest | DeliveryCancelled | InvitationNotFound | DependencyFailed
    >
  >()
  expectTypeOf(service.optOut('bernd')).toEqualTypeOf<
    ResultAsync<void, InvalidRequest | DependencyFailed>
  >()
})

test('the denials of own rules come out of send too', async () => {
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp', left: 0 }) })
  const policy = new InvitationPolicy(repositories, { rules: [quota] })
  const sent = await new InvitationService(policy, repositories).send(request)
  if (sent.isErr() && sent.error.type === 'InvitationDenied') {
    for (const denial of sent.error.denials) {
      if (denial.type === 'QuotaUsedUp') expectTypeOf(denial.left).toEqualTypeOf<0>()
    }
  }
})

test('who only evaluates needs no method that writes', () => {
  const { memberships, profiles, contacts } = repositories
  const preferences = { findOptedOut: () => new Set<string>() }
  const invitations = {
    findClaims: () => new Map<string, never>(),
    findRecentFingerprints: () => [],
  }
  new InvitationPolicy({ memberships, profiles, contacts, preferences, invitations })
  // @ts-expect-error -- the service needs commit
  new InvitationService(new InvitationPolicy(repositories), { ...repositories, invitations })
})

test('a fixture is made of whatever the store has', () => {
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
  expectTypeOf(createInMemoryRepositories(network)).toExtend<Repositories>()
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
  const screens: readonly Screen[] = [
    () => [],
    () => Promise.resolve([{ category: 'spam', term: 'x', index: 0 }]),
    // @ts-expect-error -- no such category
    () => [{ category: 'ham', term: 'x', index: 0 }],
  ]
  expectTypeOf(screens).items.toEqualTypeOf<Screen>()
})

test('the built-in functions may be wrapped, as they have the shape of the options', () => {
  expectTypeOf(createTermScreener({ terms: [] })).toExtend<Screen>()
  expectTypeOf(screenText).toExtend<Screen>()
  expectTypeOf(findMentions).toExtend<FindMentions>()
})
