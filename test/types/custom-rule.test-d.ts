import {
  type Denial,
  defineRule,
  type EvaluationError,
  type InvitationDenial,
  InvitationPolicy,
  type InvitationRequest,
  type CustomRule,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expectTypeOf, test } from 'vitest'

interface RecipientBlocked {
  readonly type: 'RecipientBlocked'
  readonly since: Date
}

declare const request: InvitationRequest
const repositories = createInMemoryRepositories()

/** Loads asynchronously; its denial is an interface. */
const blockList = defineRule({
  name: 'blockList',
  load: async (inviterId, recipientIds, groupIds) => {
    expectTypeOf(inviterId).toEqualTypeOf<string>()
    expectTypeOf(recipientIds).toEqualTypeOf<readonly string[]>()
    expectTypeOf(groupIds).toEqualTypeOf<readonly string[]>()
    return Promise.resolve(new Map<string, Date>())
  },
  check: ({ recipientId }, blockedSince): RecipientBlocked | undefined => {
    expectTypeOf(blockedSince).toEqualTypeOf<Map<string, Date>>()
    const since = blockedSince.get(recipientId)
    return since && { type: 'RecipientBlocked', since }
  },
})

/** Loads synchronously; its denial is inferred. */
const quota = defineRule({
  name: 'quota',
  load: () => 20,
  check: (_candidate, left) => {
    expectTypeOf(left).toEqualTypeOf<number>()
    return left > 0 ? undefined : { type: 'QuotaUsedUp', left }
  },
})

/** Loads nothing. */
const maintenance = defineRule({
  name: 'maintenance',
  check: (_candidate, loaded, { now }) => {
    expectTypeOf(loaded).toEqualTypeOf<undefined>()
    return now > new Date(0) ? { type: 'Maintenance' } : undefined
  },
})

describe('the denials of own rules join the errors of evaluate', () => {
  test('without own rules there are the rulebook’s alone', async () => {
    const verdict = await new InvitationPolicy(repositories).evaluate(request)
    if (verdict.isErr()) expectTypeOf(verdict.error).toEqualTypeOf<EvaluationError>()
    if (verdict.isErr() && verdict.error.type === 'InvitationDenied') {
      expectTypeOf(verdict.error.denials[0]).toEqualTypeOf<InvitationDenial>()
    }
  })

  test('with several, a switch over all types is exhaustive', async () => {
    const policy = new InvitationPolicy(repositories, { rules: [blockList, quota, maintenance] })
    const verdict = await policy.evaluate(request)
    if (verdict.isOk() || verdict.error.type !== 'InvitationDenied') return
    for (const denial of verdict.error.denials) {
      switch (denial.type) {
        case 'SelfInvitation':
        case 'InviterNotInGroup':
        case 'NotADirectContact':
        case 'SubjectTooLong':
        case 'TextEmpty':
        case 'TextTooLong':
        case 'UnsafeCharacter':
        case 'RateLimited6Months':
        case 'RecipientNotFound':
        case 'RecipientOptedOut':
        case 'AlreadyMember':
        case 'MembershipPending':
        case 'RecipientBanned':
        case 'UnfilledPlaceholder':
        case 'SalutationMissing':
        case 'ProfileReferenceMissing':
        case 'WantsAndHavesNotAddressed':
        case 'LinkInText':
        case 'MassMessage':
        case 'ProhibitedContent':
          break
        case 'RecipientBlocked':
          expectTypeOf(denial).toEqualTypeOf<RecipientBlocked>()
          break
        case 'QuotaUsedUp':
          expectTypeOf(denial.left).toEqualTypeOf<number>()
          break
        case 'Maintenance':
          expectTypeOf(denial).toEqualTypeOf<{ readonly type: 'Maintenance' }>()
          break
        default:
          expectTypeOf(denial).toBeNever()
      }
    }
  })

  test('a forgotten own denial does not compile', async () => {
    const verdict = await new InvitationPolicy(repositories, { rules: [quota] }).evaluate(request)
    if (verdict.isOk() || verdict.error.type !== 'InvitationDenied') return
    const [denial] = verdict.error.denials
    // @ts-expect-error -- QuotaUsedUp may still be there
    const rulebookOnly: InvitationDenial = denial
    expectTypeOf(rulebookOnly).not.toBeNever()
  })

  test('a policy with rules can be handed to who knows nothing of them', () => {
    const policy = new InvitationPolicy(repositories, { rules: [blockList, quota] })
    expectTypeOf(policy).toExtend<InvitationPolicy<readonly CustomRule[]>>()
    expectTypeOf(new InvitationPolicy(repositories)).toExtend<
      InvitationPolicy<readonly CustomRule[]>
    >()
    expectTypeOf(policy).not.toExtend<InvitationPolicy>()
    expectTypeOf<InvitationPolicy<readonly CustomRule[]>>().not.toExtend<typeof policy>()
  })

  test('a denial of any own rule is a Denial', () => {
    expectTypeOf<RecipientBlocked>().toExtend<Denial>()
  })
})

describe('what must not compile', () => {
  test('a rule without a name, or without check', () => {
    // @ts-expect-error -- no name
    defineRule({ check: () => undefined })
    // @ts-expect-error -- no check
    defineRule({ name: 'idle' })
  })

  test('a check that answers with what is no denial', () => {
    // @ts-expect-error -- a string
    defineRule({ name: 'wordy', check: () => 'no' })
    // @ts-expect-error -- an object without a type
    defineRule({ name: 'typeless', check: () => ({ reason: 'no' }) })
    // @ts-expect-error -- a boolean
    defineRule({ name: 'strict', check: () => false })
  })

  test('an asynchronous check', () => {
    // @ts-expect-error -- a promise
    defineRule({ name: 'slow', check: () => Promise.resolve({ type: 'TooSlow' }) })
  })

  test('a check that takes something else than load gives', () => {
    defineRule({
      name: 'mistaken',
      load: () => 20,
      // @ts-expect-error -- a number, not a Set
      check: (_candidate, loaded: Set<string>) => (loaded.size ? { type: 'Mistaken' } : undefined),
    })
  })

  test('rules that are none', () => {
    // @ts-expect-error -- a function
    new InvitationPolicy(repositories, { rules: [() => undefined] })
    // @ts-expect-error -- not in a list
    new InvitationPolicy(repositories, { rules: quota })
  })
})
