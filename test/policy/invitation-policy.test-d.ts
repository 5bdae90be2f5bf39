import {
  type CandidateDenial,
  type ContactChoice,
  type ContentFinding,
  defineRule,
  type DependencyFailed,
  type FormDenial,
  type GroupChoice,
  type InvalidRequest,
  type InvitationApproval,
  type InvitationDenial,
  type InvitationDenied,
  InvitationPolicy,
  type InvitationRequest,
  type Repositories,
} from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'

declare const request: InvitationRequest
declare const repositories: Repositories

test('evaluate has the type of all that it may return', () => {
  expectTypeOf(new InvitationPolicy(repositories).evaluate(request)).toEqualTypeOf<
    ResultAsync<InvitationApproval, InvalidRequest | InvitationDenied | DependencyFailed>
  >()
})

test('the pickers have the type of all that they may return, custom denials included', () => {
  const policy = new InvitationPolicy(repositories)
  type Failure = InvalidRequest | DependencyFailed
  expectTypeOf(policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })).toEqualTypeOf<
    ResultAsync<readonly GroupChoice[], Failure>
  >()
  expectTypeOf(policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })).toEqualTypeOf<
    ResultAsync<readonly ContactChoice[], Failure>
  >()
  expectTypeOf<GroupChoice['denials'][number]>().toEqualTypeOf<CandidateDenial>()
  expectTypeOf<InvitationDenial>().toEqualTypeOf<CandidateDenial | FormDenial | ContentFinding>()
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp' }) })
  const withQuota = new InvitationPolicy(repositories, { rules: [quota] })
  expectTypeOf(withQuota.contactsFor({ inviterId: 'anna', groupId: 'chess' })).toEqualTypeOf<
    ResultAsync<readonly ContactChoice<{ readonly type: 'QuotaUsedUp' }>[], Failure>
  >()
})

test('a failure says what it left behind', () => {
  expectTypeOf<DependencyFailed>().toEqualTypeOf<{
    readonly type: 'DependencyFailed'
    readonly dependency: string
    readonly operation: string
    readonly cause: unknown
    readonly effect: 'none' | 'unknown'
  }>()
})

test('a service that only evaluates needs no method that writes', () => {
  const { memberships, profiles, contacts, groups } = repositories
  const preferences = { findOptOuts: () => new Map<string, never>() }
  const invitations = {
    findClaims: () => new Map<string, never>(),
    findRecentFingerprints: () => [],
  }
  new InvitationPolicy({ memberships, profiles, contacts, groups, preferences, invitations })
})

test('a request may have undefined for what is absent, as forms do', () => {
  const candidate = { inviterId: 'a', recipientId: 'b', groupId: 'c', route: 'group' } as const
  expectTypeOf({
    ...candidate,
    text: '',
    subject: undefined,
    reference: undefined,
  }).toExtend<InvitationRequest>()
})

test('a request has no route but the two', () => {
  // @ts-expect-error -- no such route
  const route: InvitationRequest['route'] = 'search'
  expectTypeOf(route).toBeString()
})
