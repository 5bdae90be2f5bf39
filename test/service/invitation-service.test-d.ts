import {
  type CancellationReason,
  defineRule,
  type Delivery,
  type DeliveryCancelled,
  type DependencyFailed,
  type InvalidRequest,
  type InvitationDenied,
  type InvitationIdReused,
  type InvitationNotFound,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type PreparedDelivery,
  type RateLimited6Months,
  type Repositories,
  type SentInvitation,
} from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'

declare const request: InvitationRequest
declare const repositories: Repositories
declare const delivery: Delivery

const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp', left: 0 }) })

test('send and what follows it have the type of all that they may return', () => {
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
  const custom = new InvitationService(
    new InvitationPolicy(repositories, { rules: [quota] }),
    repositories,
  )
  expectTypeOf(custom.prepareDelivery(delivery)).toEqualTypeOf<
    ResultAsync<
      PreparedDelivery,
      | InvalidRequest
      | DeliveryCancelled<{ readonly type: 'QuotaUsedUp'; readonly left: 0 }>
      | InvitationNotFound
      | DependencyFailed
    >
  >()
  expectTypeOf<DeliveryCancelled['reasons'][0]>().toEqualTypeOf<CancellationReason>()
  expectTypeOf<RateLimited6Months>().not.toExtend<CancellationReason>()
  expectTypeOf(service.optOut('bernd', { groupId: 'chess' })).toEqualTypeOf<
    ReturnType<typeof service.optOut>
  >()
  expectTypeOf(service.optOut('bernd')).toEqualTypeOf<
    ResultAsync<void, InvalidRequest | DependencyFailed>
  >()
})

test('send has the denials of custom rules too', async () => {
  const policy = new InvitationPolicy(repositories, { rules: [quota] })
  const sent = await new InvitationService(policy, repositories).send(request)
  if (sent.isErr() && sent.error.type === 'InvitationDenied') {
    for (const denial of sent.error.denials) {
      if (denial.type === 'QuotaUsedUp') expectTypeOf(denial.left).toEqualTypeOf<0>()
    }
  }
})

test('a function over services takes one with fewer custom denials, not one with more', () => {
  const policy = new InvitationPolicy(repositories, { rules: [quota] })
  const takesNone = (service: InvitationService) => service
  const takesOne = (service: InvitationService<{ readonly type: 'QuotaUsedUp' }>) => service
  const without = new InvitationService(new InvitationPolicy(repositories), repositories)
  takesNone(without)
  takesOne(without)
  takesOne(new InvitationService(policy, repositories))
  // @ts-expect-error -- QuotaUsedUp is one more
  takesNone(new InvitationService(policy, repositories))
})

test('the service needs the methods that write', () => {
  const invitations = {
    findClaims: () => new Map<string, never>(),
    findRecentFingerprints: () => [],
  }
  // @ts-expect-error -- the service needs commit
  new InvitationService(new InvitationPolicy(repositories), { ...repositories, invitations })
})

test('that nobody answers is said explicitly', () => {
  const { answers: _absent, ...others } = repositories
  const policy = new InvitationPolicy(others)
  new InvitationService(policy, { ...others, answers: undefined })
  new InvitationService(policy, { ...others, answers: { findChanges: () => new Map() } })
  // @ts-expect-error -- answers are not named
  new InvitationService(policy, others)
})
