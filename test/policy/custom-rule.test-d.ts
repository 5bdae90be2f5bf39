import {
  type Candidates,
  type CustomRule,
  type Denial,
  type DenialsOf,
  defineRule,
  type EvaluationError,
  type InvitationDenial,
  InvitationPolicy,
  type InvitationRequest,
  type PolicyOptions,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expectTypeOf, test } from 'vitest'

interface RecipientBlocked {
  readonly type: 'RecipientBlocked'
  readonly since: Date
}
interface QuotaUsedUp {
  readonly type: 'QuotaUsedUp'
  readonly left: number
}
interface Maintenance {
  readonly type: 'Maintenance'
}

declare const request: InvitationRequest
const repositories = createInMemoryRepositories()

/** Loads asynchronously; its denial is an interface. */
const blockList = defineRule({
  name: 'blockList',
  load: async (candidates, now) => {
    expectTypeOf(candidates).toEqualTypeOf<Candidates>()
    expectTypeOf(now).toEqualTypeOf<Date>()
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

test('the candidates have every identifier, and the route', () => {
  expectTypeOf<Candidates>().toEqualTypeOf<{
    readonly inviterId: string
    readonly recipientIds: readonly string[]
    readonly groupIds: readonly string[]
    readonly route: 'profile' | 'group'
  }>()
})

describe('the denials of custom rules join the errors of evaluate', () => {
  test('without custom rules there are the rulebook’s alone', async () => {
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
        case 'TooManyInvitations':
        case 'SubjectTooLong':
        case 'TextEmpty':
        case 'TextTooLong':
        case 'UnsafeCharacter':
        case 'RateLimited6Months':
        case 'InviterNotFound':
        case 'GroupNotFound':
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
          expectTypeOf(denial).toEqualTypeOf<Maintenance>()
          break
        default:
          expectTypeOf(denial).toBeNever()
      }
    }
  })

  test('a forgotten custom denial does not compile', async () => {
    const verdict = await new InvitationPolicy(repositories, { rules: [quota] }).evaluate(request)
    if (verdict.isOk() || verdict.error.type !== 'InvitationDenied') return
    const [denial] = verdict.error.denials
    // @ts-expect-error -- QuotaUsedUp may still be there
    const rulebookOnly: InvitationDenial = denial
    expectTypeOf(rulebookOnly).not.toBeNever()
  })

  test('the denial of any custom rule is a Denial', () => {
    expectTypeOf<RecipientBlocked>().toExtend<Denial>()
  })
})

describe('the type of a policy is that of its custom denials', () => {
  const none = new InvitationPolicy(repositories)
  const one = new InvitationPolicy(repositories, { rules: [blockList] })
  const two = new InvitationPolicy(repositories, { rules: [blockList, quota] })

  test('inferred from the rules in the options', () => {
    expectTypeOf(none).toEqualTypeOf<InvitationPolicy>()
    expectTypeOf(none).toEqualTypeOf<InvitationPolicy>()
    expectTypeOf(one).toEqualTypeOf<InvitationPolicy<RecipientBlocked>>()
    expectTypeOf(two).toEqualTypeOf<InvitationPolicy<RecipientBlocked | QuotaUsedUp>>()
    const options = { rules: [quota, maintenance] } satisfies PolicyOptions
    expectTypeOf(new InvitationPolicy(repositories, options)).toEqualTypeOf<
      InvitationPolicy<QuotaUsedUp | Maintenance>
    >()
    expectTypeOf(
      new InvitationPolicy(repositories, { rules: [] }),
    ).toEqualTypeOf<InvitationPolicy>()
    const clock = () => new Date()
    expectTypeOf(new InvitationPolicy(repositories, { clock })).toEqualTypeOf<InvitationPolicy>()
  })

  test('inferred from rules of a widened type', () => {
    const rule: CustomRule<QuotaUsedUp> = quota
    const ofOne: readonly CustomRule<QuotaUsedUp>[] = [quota]
    const ofTwo: readonly CustomRule<QuotaUsedUp | RecipientBlocked>[] = [blockList, quota]
    const ofAny: readonly CustomRule[] = [blockList, quota]
    expectTypeOf(new InvitationPolicy(repositories, { rules: [rule] })).toEqualTypeOf<
      InvitationPolicy<QuotaUsedUp>
    >()
    expectTypeOf(new InvitationPolicy(repositories, { rules: ofOne })).toEqualTypeOf<
      InvitationPolicy<QuotaUsedUp>
    >()
    expectTypeOf(new InvitationPolicy(repositories, { rules: ofTwo })).toEqualTypeOf<
      InvitationPolicy<QuotaUsedUp | RecipientBlocked>
    >()
    expectTypeOf(new InvitationPolicy(repositories, { rules: ofAny })).toEqualTypeOf<
      InvitationPolicy<Denial>
    >()
    const forgetful: PolicyOptions = { rules: [quota] }
    expectTypeOf(new InvitationPolicy(repositories, forgetful)).toEqualTypeOf<
      InvitationPolicy<Denial>
    >()
  })

  test('and takes a policy with fewer denials, not one with more', () => {
    const takesTwo = (policy: InvitationPolicy<RecipientBlocked | QuotaUsedUp>) => policy
    takesTwo(none)
    takesTwo(one)
    takesTwo(two)
    // @ts-expect-error -- Maintenance is one more
    takesTwo(new InvitationPolicy(repositories, { rules: [blockList, quota, maintenance] }))
    // @ts-expect-error -- Maintenance is another
    takesTwo(new InvitationPolicy(repositories, { rules: [maintenance] }))
    const takesNone = (policy: InvitationPolicy) => policy
    takesNone(none)
    // @ts-expect-error -- RecipientBlocked is one more
    takesNone(one)
    const takesAny = (policy: InvitationPolicy<Denial>) => policy
    takesAny(none)
    takesAny(two)
    // @ts-expect-error -- there may be any denial
    takesTwo(new InvitationPolicy<readonly CustomRule[]>(repositories))
  })

  test('as the union of the denials of the rules', () => {
    expectTypeOf<DenialsOf<readonly []>>().toBeNever()
    expectTypeOf<DenialsOf<readonly [typeof blockList, typeof quota]>>().toEqualTypeOf<
      RecipientBlocked | QuotaUsedUp
    >()
    expectTypeOf<DenialsOf<readonly CustomRule[]>>().toEqualTypeOf<Denial>()
  })
})

describe('what must not compile', () => {
  test('a rule without a name, or without check', () => {
    // @ts-expect-error -- no name
    defineRule({ check: () => undefined })
    // @ts-expect-error -- no check
    defineRule({ name: 'idle' })
  })

  test('a rule with a key that is unknown', () => {
    // @ts-expect-error -- what is revealed is said to forInviter
    defineRule({ name: 'quota', reveal: true, check: () => ({ type: 'QuotaUsedUp' }) })
  })

  test('a check that returns no denial', () => {
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

  test('a check that takes something else than load returns', () => {
    defineRule({
      name: 'mistaken',
      load: () => 20,
      // @ts-expect-error -- a number, not a Set
      check: (_candidate, loaded: Set<string>) => (loaded.size ? { type: 'Mistaken' } : undefined),
    })
  })

  test('a check that gets the draft', () => {
    defineRule({
      name: 'reading',
      // @ts-expect-error -- a picker has no text
      check: ({ text }) => (text === '' ? { type: 'Silent' } : undefined),
    })
    defineRule({
      name: 'comparing',
      // @ts-expect-error -- a picker compares no texts
      check: (_candidate, _loaded, { recentFingerprints }) =>
        recentFingerprints === undefined ? { type: 'Silent' } : undefined,
    })
  })

  test('a value that is no rule', () => {
    // @ts-expect-error -- a function
    new InvitationPolicy(repositories, { rules: [() => undefined] })
    // @ts-expect-error -- not in a list
    new InvitationPolicy(repositories, { rules: quota })
  })

  test('an option that is unknown', () => {
    // @ts-expect-error -- misspelt
    new InvitationPolicy(repositories, { enforcment: {} })
    // @ts-expect-error -- a function, not an object
    new InvitationPolicy(repositories, { loadFacts: { loadFacts: () => undefined } })
  })
})
