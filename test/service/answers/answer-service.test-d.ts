import {
  type AcceptingError,
  type AnswerDenial,
  AnswerService,
  type AnswerServiceRepositories,
  type AnsweredInvitation,
  type ClosingError,
  decideAnswer,
  type DependencyFailed,
  type InvalidRequest,
  type InvitationAccepted,
  type InvitationActor,
  type InvitationChange,
  InvitationPolicy,
  type InvitationPage,
  InvitationService,
  type InvitationStatus,
  type ListingError,
  type NewAnswer,
  type OptOut,
  type ReceivedItem,
  type Repositories,
  type SentItem,
  type ServiceRepositories,
  type Standing,
} from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'

declare const repositories: Repositories
declare const policy: InvitationPolicy
declare const service: AnswerService
declare const invitations: InvitationService

const request = { invitationId: 'i-1', memberId: 'bernd' }

/** Does not compile if a case is missing before it. */
const never = (value: never): never => value

test('what may be wrong with accepting is a complete switch', () => {
  expectTypeOf(service.accept(request)).toEqualTypeOf<
    ResultAsync<AnsweredInvitation, AcceptingError>
  >()
  const words = (error: AcceptingError): string => {
    switch (error.type) {
      case 'InvitationNotFound':
      case 'InvitationWithdrawn':
        return error.invitationId
      case 'InvitationExpired':
        return error.repeatableAt.toISOString()
      case 'GroupNotFound':
        return error.groupId
      case 'RecipientBanned':
        return error.type
      case 'InvalidRequest':
        return error.issues.map(({ message }) => message).join()
      case 'DependencyFailed':
        return error.dependency
      default:
        return never(error)
    }
  }
  expectTypeOf(words).returns.toBeString()
  expectTypeOf<InvitationAccepted>().not.toExtend<AcceptingError>()
  expectTypeOf<Exclude<AnswerDenial, InvitationAccepted>>().toExtend<AcceptingError>()
})

test('what may be wrong with declining and withdrawing is a complete switch', () => {
  expectTypeOf(service.decline(request)).toEqualTypeOf<
    ResultAsync<AnsweredInvitation, ClosingError>
  >()
  expectTypeOf(service.withdraw(request)).toEqualTypeOf<
    ResultAsync<AnsweredInvitation, ClosingError>
  >()
  const words = (error: ClosingError): string => {
    switch (error.type) {
      case 'InvitationNotFound':
      case 'InvitationAccepted':
        return error.invitationId
      case 'InvalidRequest':
        return error.issues.map(({ message }) => message).join()
      case 'DependencyFailed':
        return error.operation
      default:
        return never(error)
    }
  }
  expectTypeOf(words).returns.toBeString()
})

test('a case that is missing does not compile', () => {
  const words = (error: ClosingError): string => {
    if (error.type === 'InvalidRequest' || error.type === 'DependencyFailed') return error.type
    if (error.type === 'InvitationNotFound') return error.type
    // @ts-expect-error -- InvitationAccepted is left
    return never(error)
  }
  expectTypeOf(words).returns.toBeString()
})

test('a member withdraws, or the network with a reason, not both and not nobody', () => {
  void service.withdraw({ invitationId: 'i-1', network: 'member-erased' })
  // @ts-expect-error -- nobody acts
  void service.withdraw({ invitationId: 'i-1' })
  // @ts-expect-error -- the network accepts nothing
  void service.accept({ invitationId: 'i-1', network: 'member-erased' })
  // @ts-expect-error -- the network declines nothing
  void service.decline({ invitationId: 'i-1', network: 'member-erased' })
})

test('what was answered has a status that is stored', () => {
  expectTypeOf<AnsweredInvitation['status']>().toEqualTypeOf<InvitationStatus>()
  expectTypeOf<AnsweredInvitation['standing']>().toEqualTypeOf<Standing | undefined>()
  const answered = {} as AnsweredInvitation
  // @ts-expect-error -- read-only
  answered.status = 'Accepted'
})

test('the lists have items, and errors of their own', () => {
  expectTypeOf(service.received('bernd')).toEqualTypeOf<
    ResultAsync<InvitationPage<ReceivedItem>, ListingError>
  >()
  expectTypeOf(service.sent('anna', { limit: 10, before: undefined })).toEqualTypeOf<
    ResultAsync<InvitationPage<SentItem>, ListingError>
  >()
  expectTypeOf<ListingError>().toEqualTypeOf<InvalidRequest | DependencyFailed>()
  expectTypeOf<'Declined'>().not.toExtend<SentItem['status']>()
  // @ts-expect-error -- no such option
  void service.sent('anna', { after: 'i-1' })
})

test('a decision is told apart by whether it is a replay', () => {
  const decided = decideAnswer('accept', {} as never, { memberId: 'bernd' }, {} as never)
  if (decided.isOk() && !decided.value.replayed) {
    expectTypeOf(decided.value).toEqualTypeOf<NewAnswer>()
  }
  if (decided.isOk() && decided.value.replayed) {
    expectTypeOf(decided.value).not.toHaveProperty('from')
  }
  expectTypeOf<InvitationChange['changedBy']>().toEqualTypeOf<InvitationActor>()
  // @ts-expect-error -- no such action
  decideAnswer('revoke', {} as never, { memberId: 'bernd' }, {} as never)
})

test('the service needs of the policy the time alone, and of the repositories what it calls', () => {
  new AnswerService(policy, repositories)
  const custom = {} as InvitationPolicy<{ readonly type: 'QuotaUsedUp' }>
  new AnswerService(custom, repositories)
  expectTypeOf<Repositories>().toExtend<AnswerServiceRepositories>()
  const { answers: _answers, ...others } = repositories
  // @ts-expect-error -- who answers needs a store of answers
  new AnswerService(policy, others)
  // @ts-expect-error -- also if nobody else answers
  new AnswerService(policy, { ...others, answers: undefined })
  const withoutChange = {} as Omit<Repositories['answers'], 'change'>
  // @ts-expect-error -- it writes
  new AnswerService(policy, { ...others, answers: withoutChange })
})

test('a service that only sends must say so', () => {
  const { answers: _answers, ...others } = repositories
  // @ts-expect-error -- not forgotten, but said
  new InvitationService(policy, others)
  new InvitationService(policy, { ...others, answers: undefined })
  expectTypeOf<{ readonly answers?: undefined }>().not.toExtend<
    Pick<ServiceRepositories, 'answers'>
  >()
  new InvitationService(policy, { ...others, answers: { findChanges: () => new Map() } })
})

test('an opt-out has one scope', () => {
  const optOuts: readonly OptOut[] = ['all', { inviterId: 'anna' }, { groupId: 'chess' }]
  expectTypeOf(optOuts).toEqualTypeOf<readonly OptOut[]>()
  void invitations.optOut('bernd', { groupId: 'chess' })
  // @ts-expect-error -- no such scope
  void invitations.optOut('bernd', 'group')
  // @ts-expect-error -- no such scope
  void invitations.optIn('bernd', { memberId: 'anna' })
})
