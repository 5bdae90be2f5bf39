import {
  adviceForInviter,
  choiceForInviter,
  type ContactChoice,
  type Denial,
  type PrivateDenial,
  type RevealedDenial,
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
import { createMessages, de, en, type Messages, messagesFor } from 'group-invitations/messages'
import { describe, expectTypeOf, test } from 'vitest'

declare const repositories: Repositories
declare const request: InvitationRequest
declare const error: SendingError
declare const denied: InvitationDenied
declare const groupChoice: GroupChoice
declare const contactChoice: ContactChoice
declare const approval: InvitationApproval
declare const sent: SentInvitation

describe('what was not disclosed has no words', () => {
  test('neither an error nor a choice as it came', () => {
    // @ts-expect-error -- not disclosed
    en.describe(error)
    // @ts-expect-error -- not disclosed
    de.reasons(denied)
    // @ts-expect-error -- not disclosed
    toProblemDetails(error)
    const failure = { dependency: 'a', operation: 'call', cause: error, effect: 'none' } as const
    // @ts-expect-error -- not disclosed
    toProblemDetails({ type: 'DependencyFailed', ...failure })
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
    // @ts-expect-error -- a denial that may be disclosed, but not by forInviter: to somebody outside the group
    en.describe({ ...denied, denials: [{ type: 'AlreadyMember' }] })
    // @ts-expect-error -- filtered by hand
    en.describe({ ...groupChoice, denials: groupChoice.denials.slice(1) })
  })

  test('nor a single denial', () => {
    // @ts-expect-error -- a denial, and no result of forInviter
    en.describe(denied.denials[0])
  })

  test('nor is it among what was disclosed', () => {
    const disclosed = forInviter(error)
    expectTypeOf(disclosed).toEqualTypeOf<Disclosed>()
    if (disclosed.type !== 'InvitationDenied') return
    expectTypeOf(disclosed.denials[0]).toEqualTypeOf<DisclosedDenial>()
    expectTypeOf<RecipientOptedOut>().not.toExtend<DisclosedDenial>()
    expectTypeOf<'RecipientBanned'>().not.toExtend<DisclosedDenial['type']>()
  })
})

test('what was disclosed has words', () => {
  // As the clients of typed routers infer it, with each Date as a string.
  const serialized = {} as Serialized<Disclosed>
  expectTypeOf(en.describe(serialized)).toBeString()
  expectTypeOf(toProblemDetails(serialized).status).toExtend<number>()
  if (serialized.type === 'InvitationDenied') {
    expectTypeOf(en.advice(serialized)).toEqualTypeOf<readonly string[]>()
  }
  expectTypeOf(en.describe(forInviter(error))).toBeString()
  expectTypeOf(de.describe(choiceForInviter(groupChoice), { timeZone: 'UTC' })).toBeString()
  expectTypeOf(choiceForInviter(groupChoice)).toEqualTypeOf<DisclosedGroupChoice>()
  expectTypeOf(choiceForInviter(contactChoice)).toEqualTypeOf<DisclosedContactChoice>()
  expectTypeOf(en.advice(adviceForInviter(approval))).toEqualTypeOf<readonly string[]>()
  expectTypeOf(en.advice(adviceForInviter(sent))).toEqualTypeOf<readonly string[]>()
  expectTypeOf(toProblemDetails(forInviter(error)).status).toExtend<number>()
  expectTypeOf(de.describeForStaff(denied.denials[0])).toBeString()
  // @ts-expect-error -- a banned member gets no hints
  en.hints('banned')
  // @ts-expect-error -- the advisories of a denied invitation are disclosed with it
  adviceForInviter(denied)
})

describe('custom rules', () => {
  const blockList = defineRule({ name: 'blockList', check: () => ({ type: 'InviterBlocked' }) })
  const quota = defineRule({ name: 'quota', check: () => ({ type: 'QuotaUsedUp', left: 0 }) })
  interface InviterBlocked {
    readonly type: 'InviterBlocked'
  }
  interface QuotaUsedUp {
    readonly type: 'QuotaUsedUp'
    readonly left: 0
  }
  const policy = new InvitationPolicy(repositories, { rules: [blockList, quota] })

  test('that are not revealed change nothing of what is disclosed', async () => {
    const verdict = await policy.evaluate(request)
    if (verdict.isErr()) {
      expectTypeOf(forInviter(verdict.error)).toEqualTypeOf<Disclosed>()
      expectTypeOf(forInviter(verdict.error, {})).toEqualTypeOf<Disclosed>()
      expectTypeOf(forInviter(verdict.error, { reveal: [] })).toEqualTypeOf<Disclosed>()
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
    const verdict = await new InvitationService(policy, repositories).send(request)
    if (verdict.isOk()) return
    const disclosed = forInviter(verdict.error, { reveal: ['QuotaUsedUp'] })
    expectTypeOf(disclosed).toEqualTypeOf<Disclosed<QuotaUsedUp>>()
    // @ts-expect-error -- there are no words for QuotaUsedUp
    en.describe(disclosed)
    // @ts-expect-error -- there are no words for QuotaUsedUp
    toProblemDetails(disclosed, { locale: 'de' })
    const messages = createMessages<QuotaUsedUp>(en.language, {
      QuotaUsedUp: ({ left }) => `You have ${left} invitations left.`,
    })
    expectTypeOf(messages.describe(disclosed)).toBeString()
    expectTypeOf(toProblemDetails(disclosed, { messages }).detail).toBeString()
    expectTypeOf(messagesFor('de', [messages])).toEqualTypeOf<Messages<QuotaUsedUp>>()
  })

  test('that are revealed of a choice need words too', async () => {
    const choices = await policy.contactsFor({ inviterId: 'anna', groupId: 'chess' })
    if (choices.isErr()) return
    const [disclosed] = choices.value.map((choice) =>
      choiceForInviter(choice, { reveal: ['QuotaUsedUp'] }),
    )
    expectTypeOf(disclosed).toEqualTypeOf<DisclosedContactChoice<QuotaUsedUp> | undefined>()
    // @ts-expect-error -- there are no words for QuotaUsedUp
    if (disclosed) en.describe(disclosed)
  })

  test('that may be revealed need words too', async () => {
    const isRevealed = true as boolean
    const verdict = await policy.evaluate(request)
    if (verdict.isOk()) return
    const reveal = isRevealed ? (['QuotaUsedUp'] as const) : []
    // @ts-expect-error -- there are no words for QuotaUsedUp
    en.describe(forInviter(verdict.error, { reveal }))
  })

  test('whose types are widened need words for all that may be revealed', async () => {
    const widened: CustomRule<QuotaUsedUp> = quota
    const verdict = await new InvitationPolicy(repositories, { rules: [widened] }).evaluate(request)
    // @ts-expect-error -- there are no words for QuotaUsedUp
    if (verdict.isErr()) en.describe(forInviter(verdict.error, { reveal: ['QuotaUsedUp'] }))
    const unknown: readonly CustomRule[] = [blockList, quota]
    const other = await new InvitationPolicy(repositories, { rules: unknown }).evaluate(request)
    // @ts-expect-error -- there are no words for a denial of any type
    if (other.isErr()) en.describe(forInviter(other.error, { reveal: ['QuotaUsedUp'] }))
    if (other.isErr()) en.describe(forInviter(other.error))
    const types: string[] = ['QuotaUsedUp']
    // @ts-expect-error -- the types to reveal must be known
    if (verdict.isErr()) forInviter(verdict.error, { reveal: types })
  })

  test('are disclosed by functions over any policy', () => {
    const answer = <
      CustomDenial extends Denial,
      const Type extends CustomDenial['type'] | PrivateDenial['type'],
    >(
      error: EvaluationError<CustomDenial>,
      reveal: readonly Type[],
      messages: Messages<RevealedDenial<CustomDenial, Type>>,
    ) => messages.describe(forInviter<CustomDenial, Type>(error, { reveal }))
    expectTypeOf(answer({} as EvaluationError, [], en)).toBeString()
    const ofQuota = {} as EvaluationError<QuotaUsedUp>
    expectTypeOf(answer(ofQuota, [], en)).toBeString()
    const messages = createMessages<QuotaUsedUp>(en.language, { QuotaUsedUp: () => '' })
    expectTypeOf(answer(ofQuota, ['QuotaUsedUp'], messages)).toBeString()
    // @ts-expect-error -- there are no words for QuotaUsedUp
    answer(ofQuota, ['QuotaUsedUp'], en)
  })

  test('with a denial of several types need words for each that is revealed', () => {
    interface Either {
      readonly type: 'QuotaUsedUp' | 'Frozen'
    }
    const disclosed = forInviter({} as InvitationDenied<Either>, { reveal: ['Frozen'] })
    expectTypeOf(disclosed).toEqualTypeOf<Disclosed<Either>>()
    // @ts-expect-error -- no words
    en.describe(disclosed)
  })

  test('are revealed by the name of their denial, as private denials are', () => {
    const evaluation = {} as EvaluationError<InviterBlocked>
    const disclosed = forInviter(evaluation, { reveal: ['InviterBlocked', 'RecipientOptedOut'] })
    expectTypeOf(disclosed).toEqualTypeOf<Disclosed<InviterBlocked | RecipientOptedOut>>()
    // @ts-expect-error -- no words
    en.describe(disclosed)
    // @ts-expect-error -- no such denial
    forInviter(evaluation, { reveal: ['InviterBlockt'] })
    // @ts-expect-error -- is disclosed anyway
    forInviter(error, { reveal: ['AlreadyMember'] })
    // @ts-expect-error -- no such option
    forInviter(error, { reveals: ['RecipientOptedOut'] })
  })
})
