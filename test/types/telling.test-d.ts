import {
  adviceForInviter,
  choiceForInviter,
  type ContactChoice,
  type Denial,
  type RevealedDenial,
  type HidingRule,
  type Serialized,
  defineRule,
  type EvaluationError,
  forInviter,
  type GroupChoice,
  type InvitationApproval,
  type InvitationDenied,
  InvitationPolicy,
  InvitationService,
  type InvitationRequest,
  type CustomRule,
  type RecipientOptedOut,
  type Repositories,
  type SendingError,
  type SentInvitation,
  type Disclosed,
  type DisclosedContactChoice,
  type DisclosedDenial,
  type DisclosedGroupChoice,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import {
  createMessages,
  de,
  type DenialWords,
  en,
  type Language,
  type Messages,
  messagesFor,
} from 'group-invitations/messages'
import { describe, expectTypeOf, test } from 'vitest'

declare const repositories: Repositories
declare const request: InvitationRequest
declare const error: SendingError
declare const denied: InvitationDenied
declare const groupChoice: GroupChoice
declare const contactChoice: ContactChoice
declare const approval: InvitationApproval
declare const sent: SentInvitation

describe('what was not disclosed cannot be told', () => {
  test('neither an error nor a choice as it came', () => {
    // @ts-expect-error -- not disclosed
    en.describe(error)
    // @ts-expect-error -- not disclosed
    de.reasons(denied)
    // @ts-expect-error -- not disclosed
    toProblemDetails(error)
    // @ts-expect-error -- not disclosed
    toProblemDetails({ type: 'DependencyFailed', repository: 'a', operation: 'b', cause: error })
    // @ts-expect-error -- not disclosed
    en.describe(groupChoice)
    // @ts-expect-error -- not disclosed
    en.describe(contactChoice)
    // @ts-expect-error -- not disclosed
    en.advice(denied)
  })

  test('nor a list that was filtered by hand, whatever is left in it', () => {
    const [first, ...others] = denied.denials.filter(
      (denial) => denial.type !== 'RecipientOptedOut' && denial.type !== 'RecipientBanned',
    )
    if (first === undefined) return
    // @ts-expect-error -- filtered by hand
    en.describe({ ...denied, denials: [first, ...others] })
    // @ts-expect-error -- filtered by hand, and passed off as disclosed
    en.describe({ ...denied, audience: 'inviter', denials: [first, ...others] })
    // @ts-expect-error -- filtered by hand
    toProblemDetails({ ...denied, denials: [first, ...others] })
    // @ts-expect-error -- what can be told, and yet not by forInviter: a member told to somebody outside the group
    en.describe({ ...denied, denials: [{ type: 'AlreadyMember' }] })
    // @ts-expect-error -- filtered by hand
    en.describe({ ...groupChoice, denials: groupChoice.denials.slice(1) })
  })

  test('nor a single denial', () => {
    // @ts-expect-error -- a denial, and no result of forInviter
    en.describe(denied.denials[0])
  })

  test('nor is it among what was disclosed', () => {
    const told = forInviter(error)
    expectTypeOf(told).toEqualTypeOf<Disclosed>()
    if (told.type !== 'InvitationDenied') return
    expectTypeOf(told.denials[0]).toEqualTypeOf<DisclosedDenial>()
    expectTypeOf<RecipientOptedOut>().not.toExtend<DisclosedDenial>()
    expectTypeOf<'MembershipPending'>().not.toExtend<DisclosedDenial['type']>()
  })
})

test('what was disclosed can be', () => {
  // As the clients of typed routers infer it, with each Date as a string.
  const overJson = {} as Serialized<Disclosed>
  expectTypeOf(en.describe(overJson)).toBeString()
  expectTypeOf(toProblemDetails(overJson).status).toExtend<number>()
  if (overJson.type === 'InvitationDenied') {
    expectTypeOf(en.advice(overJson)).toEqualTypeOf<readonly string[]>()
  }
  expectTypeOf(en.describe(forInviter(error))).toBeString()
  expectTypeOf(de.describe(choiceForInviter(groupChoice), { timeZone: 'UTC' })).toBeString()
  expectTypeOf(choiceForInviter(groupChoice)).toEqualTypeOf<DisclosedGroupChoice>()
  expectTypeOf(choiceForInviter(contactChoice)).toEqualTypeOf<DisclosedContactChoice>()
  expectTypeOf(en.advice(adviceForInviter(approval))).toEqualTypeOf<readonly string[]>()
  expectTypeOf(en.advice(adviceForInviter(sent))).toEqualTypeOf<readonly string[]>()
  expectTypeOf(toProblemDetails(forInviter(error)).status).toExtend<number>()
  expectTypeOf(de.describeForStaff(denied.denials[0])).toBeString()
  // @ts-expect-error -- whoever has no standing gets no hints
  en.hints('banned')
  // @ts-expect-error -- a refusal's advisories are disclosed with it
  adviceForInviter(denied)
})

describe('own rules', () => {
  const blockList = defineRule({ name: 'blockList', check: () => ({ type: 'InviterBlocked' }) })
  const quota = defineRule({
    name: 'quota',
    reveal: true,
    check: () => ({ type: 'QuotaUsedUp', left: 0 }),
  })
  interface QuotaUsedUp {
    readonly type: 'QuotaUsedUp'
    readonly left: 0
  }

  test('that are not revealed change nothing of what is told', async () => {
    const policy = new InvitationPolicy(repositories, { rules: [blockList] })
    const verdict = await policy.evaluate(request)
    if (verdict.isErr()) {
      expectTypeOf(forInviter(verdict.error)).toEqualTypeOf<Disclosed>()
      en.describe(forInviter(verdict.error))
    }
    const choices = await policy.groupsFor(request)
    if (choices.isOk()) {
      expectTypeOf(choices.value.map((choice) => choiceForInviter(choice))).toEqualTypeOf<
        DisclosedGroupChoice[]
      >()
    }
  })

  test('that are revealed need words', async () => {
    const policy = new InvitationPolicy(repositories, { rules: [blockList, quota] })
    const verdict = await new InvitationService(policy, repositories).send(request)
    if (verdict.isOk()) return
    const told = forInviter(verdict.error)
    expectTypeOf(told).toExtend<Disclosed<QuotaUsedUp>>()
    // @ts-expect-error -- there are no words for QuotaUsedUp
    en.describe(told)
    // @ts-expect-error -- there are no words for QuotaUsedUp
    toProblemDetails(told, { locale: 'de' })
    const messages = createMessages<QuotaUsedUp>(en.language, {
      QuotaUsedUp: ({ left }) => `You have ${left} invitations left.`,
    })
    expectTypeOf(messages.describe(told)).toBeString()
    expectTypeOf(toProblemDetails(told, { messages }).detail).toBeString()
    expectTypeOf(messagesFor('de', [messages])).toEqualTypeOf<Messages<QuotaUsedUp>>()
    if (told.type === 'InvitationDenied' && told.denials[0].type === 'QuotaUsedUp') {
      // @ts-expect-error -- the mark is taken off
      expectTypeOf(told.denials[0].reveal).toBeUndefined()
    }
  })

  test('that may be revealed need words too', async () => {
    const isRevealed = true as boolean
    const check = () => ({ type: 'QuotaUsedUp', left: 0 }) as const
    const policy = new InvitationPolicy(repositories, {
      rules: [defineRule({ name: 'quota', reveal: isRevealed, check })],
    })
    const verdict = await policy.evaluate(request)
    // @ts-expect-error -- there are no words for QuotaUsedUp
    if (verdict.isErr()) en.describe(forInviter(verdict.error))
  })

  test('whose types say too little need words for all that they may reveal', async () => {
    const widened: CustomRule<QuotaUsedUp> = quota
    const verdict = await new InvitationPolicy(repositories, { rules: [widened] }).evaluate(request)
    // @ts-expect-error -- there are no words for QuotaUsedUp
    if (verdict.isErr()) en.describe(forInviter(verdict.error))
    const unknown: readonly CustomRule[] = [blockList, quota]
    const other = await new InvitationPolicy(repositories, { rules: unknown }).evaluate(request)
    // @ts-expect-error -- there are no words for whatever it is
    if (other.isErr()) en.describe(forInviter(other.error))
    const optional = {} as { readonly reveal?: boolean | undefined }
    const check = () => ({ type: 'Odd', reveal: 'later' }) as const
    const odd = new InvitationPolicy(repositories, {
      rules: [defineRule({ name: 'odd', check, ...optional })],
    })
    const third = await odd.evaluate(request)
    // @ts-expect-error -- there are no words for Odd
    if (third.isErr()) en.describe(forInviter(third.error))
  })

  test('that hide may be annotated so', async () => {
    const hiding: HidingRule<{ readonly type: 'InviterBlocked' }> = blockList
    const verdict = await new InvitationPolicy(repositories, { rules: [hiding] }).evaluate(request)
    if (verdict.isErr()) en.describe(forInviter(verdict.error))
  })

  test('are told by functions over any policy', () => {
    const answer = <CustomDenial extends Denial>(
      denied: InvitationDenied<CustomDenial>,
      messages: Messages<RevealedDenial<CustomDenial>>,
    ) => messages.describe(forInviter(denied))
    expectTypeOf(answer({} as InvitationDenied, en)).toBeString()
  })

  test('with a denial of several types need words for each that is revealed', () => {
    interface Either {
      readonly type: 'QuotaUsedUp' | 'Frozen'
    }
    const told = forInviter({} as InvitationDenied<Either>, { reveal: ['Frozen'] })
    expectTypeOf(told).toEqualTypeOf<Disclosed<Either>>()
    // @ts-expect-error -- no words
    en.describe(told)
  })

  test('can be revealed by name, as what is withheld can be', () => {
    const evaluation = {} as EvaluationError<readonly [typeof blockList]>
    const told = forInviter(evaluation, { reveal: ['InviterBlocked', 'RecipientOptedOut'] })
    expectTypeOf(told).toEqualTypeOf<
      Disclosed<{ readonly type: 'InviterBlocked' } | RecipientOptedOut>
    >()
    // @ts-expect-error -- no words
    en.describe(told)
    // @ts-expect-error -- no such denial
    forInviter(evaluation, { reveal: ['InviterBlockt'] })
    // @ts-expect-error -- is told anyway
    forInviter(error, { reveal: ['AlreadyMember'] })
  })
})

describe('words', () => {
  test('for a denial cannot be missing, nor be for one that does not exist', () => {
    const { AlreadyMember: _missing, ...others } = en.language.toInviter
    // @ts-expect-error -- no words for AlreadyMember
    const toInviter: DenialWords<DisclosedDenial> = others
    const language: Language = {
      ...en.language,
      toInviter,
      // @ts-expect-error -- no such denial
      toStaff: { ...en.language.toStaff, RecipientOptedIn: () => '' },
    }
    createMessages(language, {})
    // @ts-expect-error -- whoever has words for more says for what
    createMessages(language, { QuotaUsedUp: () => '' })
    // @ts-expect-error -- no words for QuotaUsedUp
    createMessages<{ readonly type: 'QuotaUsedUp' }>(language, {})
  })
})
