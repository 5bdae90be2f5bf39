import {
  AnswerService,
  type AnswerServiceRepositories,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Repositories,
  type SendingError,
  type Serialized,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createMessages, en, type Messages } from 'group-invitations/messages'
import { describe, expectTypeOf, test } from 'vitest'

declare const policy: InvitationPolicy
declare const repositories: Repositories & AnswerServiceRepositories
declare const request: InvitationRequest

const answers = () => new AnswerService(policy, repositories)
const service = () => new InvitationService(policy, repositories)
const answer = { invitationId: 'i-1', memberId: 'bernd' }

describe('what the recipient does', () => {
  test('has errors that pass as they are', async () => {
    const results = [
      await answers().accept(answer),
      await answers().decline(answer),
      await answers().received('bernd'),
      await service().optOut('bernd'),
      await service().optIn('bernd', { inviterId: 'anna' }),
    ]
    for (const result of results) {
      if (result.isErr()) {
        expectTypeOf(forRecipient(result.error)).toEqualTypeOf<DisclosedToRecipient>()
      }
    }
    const mapped = await answers().accept(answer).mapErr(forRecipient)
    if (mapped.isErr()) expectTypeOf(mapped.error).toEqualTypeOf<DisclosedToRecipient>()
  })

  test('has errors one by one', async () => {
    const accepted = await answers().accept(answer)
    if (accepted.isErr()) forRecipient(accepted.error)
    const declined = await answers().decline(answer)
    if (declined.isErr()) forRecipient(declined.error)
    const received = await answers().received('bernd')
    if (received.isErr()) forRecipient(received.error)
    const optedOut = await service().optOut('bernd', { groupId: 'chess' })
    if (optedOut.isErr()) forRecipient(optedOut.error)
    const optedIn = await service().optIn('bernd')
    if (optedIn.isErr()) forRecipient(optedIn.error)
  })

  test('has errors that are not the inviter’s', async () => {
    const accepted = await answers().accept(answer)
    // @ts-expect-error -- the inviter would learn of a ban
    if (accepted.isErr()) forInviter(accepted.error)
  })
})

describe('what the inviter does', () => {
  test('has errors that pass as they are', async () => {
    const withdrawn = await answers().withdraw(answer)
    if (withdrawn.isErr()) expectTypeOf(forInviter(withdrawn.error)).toEqualTypeOf<Disclosed>()
    const byNetwork = await answers().withdraw({ invitationId: 'i-1', network: 'spam' })
    if (byNetwork.isErr()) expectTypeOf(forInviter(byNetwork.error)).toEqualTypeOf<Disclosed>()
    const mapped = await answers()
      .withdraw(answer)
      .mapErr((error) => forInviter(error))
    if (mapped.isErr()) expectTypeOf(mapped.error).toEqualTypeOf<Disclosed>()
    const sent = await answers().sent('anna', { limit: 20 })
    if (sent.isErr()) expectTypeOf(forInviter(sent.error)).toEqualTypeOf<Disclosed>()
  })

  test('has errors that are not the recipient’s', async () => {
    const sent = await service().send(request)
    // @ts-expect-error -- a denied invitation is no concern of the recipient
    if (sent.isErr()) forRecipient(sent.error)
    // @ts-expect-error -- nor is one that is only evaluated
    forRecipient({} as SendingError)
    const prepared = await service().prepareDelivery({} as never)
    // @ts-expect-error -- nor is a message that did not go out: it says that an invitation was withdrawn
    if (prepared.isErr()) forRecipient(prepared.error)
    // @ts-expect-error -- nor is it the inviter's: it says that an invitation was declined
    if (prepared.isErr()) forInviter(prepared.error)
  })
})

describe('what was not disclosed has no words', () => {
  test('neither an error as it came', async () => {
    const accepted = await answers().accept(answer)
    if (accepted.isErr()) {
      // @ts-expect-error -- not disclosed
      en.reasons(accepted.error)
      // @ts-expect-error -- not disclosed
      en.describe(accepted.error)
      // @ts-expect-error -- not disclosed
      toProblemDetails(accepted.error)
      // @ts-expect-error -- not disclosed, and passed off as such
      en.reasons({ ...accepted.error, audience: 'recipient' })
      // @ts-expect-error -- not disclosed, and passed off as such
      toProblemDetails({ ...accepted.error, audience: 'recipient' })
    }
    const withdrawn = await answers().withdraw(answer)
    // @ts-expect-error -- not disclosed
    if (withdrawn.isErr()) en.reasons(withdrawn.error)
    // @ts-expect-error -- not disclosed
    if (withdrawn.isErr()) toProblemDetails(withdrawn.error)
    const received = await answers().received('bernd')
    // @ts-expect-error -- not disclosed
    if (received.isErr()) toProblemDetails(received.error)
    const declined = await answers().decline(answer)
    // @ts-expect-error -- not disclosed
    if (declined.isErr()) en.describe(declined.error)
  })

  test('nor has it another audience', () => {
    // @ts-expect-error -- the inviter does not learn it
    en.describe({ audience: 'inviter', type: 'InvitationExpired', repeatableAt: new Date() })
    // @ts-expect-error -- the recipient does not learn it
    en.describe({ audience: 'recipient', type: 'InvitationWithdrawn', invitationId: 'i-1' })
    // @ts-expect-error -- there is no such audience
    toProblemDetails({ audience: 'staff', type: 'InvitationGone' })
  })

  test('nor is there advice for the recipient', () => {
    // @ts-expect-error -- no advisories
    en.advice({} as DisclosedToRecipient)
  })
})

describe('what was disclosed', () => {
  const disclosed = {} as DisclosedToRecipient
  const serialized = {} as Serialized<DisclosedToRecipient>

  test('has words and problem details, as it is and after JSON', () => {
    expectTypeOf(en.describe(disclosed)).toBeString()
    expectTypeOf(en.reasons(serialized, { timeZone: 'UTC' })).toEqualTypeOf<readonly string[]>()
    expectTypeOf(toProblemDetails(disclosed, { locale: 'de' }).detail).toBeString()
    expectTypeOf(toProblemDetails(serialized).detail).toBeString()
  })

  test('has them in a language of the service’s own, and for either side at one place', () => {
    const messages: Messages = createMessages(en.language, {})
    expectTypeOf(toProblemDetails(disclosed, { messages }).detail).toBeString()
    expectTypeOf(toProblemDetails(serialized, { messages }).detail).toBeString()
    const either = {} as Disclosed | DisclosedToRecipient
    expectTypeOf(toProblemDetails(either, { messages }).detail).toBeString()
    expectTypeOf(toProblemDetails(either).detail).toBeString()
    expectTypeOf(en.describe(either)).toBeString()
    interface QuotaUsedUp {
      readonly type: 'QuotaUsedUp'
    }
    const more = createMessages<QuotaUsedUp>(en.language, { QuotaUsedUp: () => '' })
    const revealing = {} as Disclosed<QuotaUsedUp> | DisclosedToRecipient
    expectTypeOf(toProblemDetails(revealing, { messages: more }).detail).toBeString()
    expectTypeOf(toProblemDetails(disclosed, { messages: more }).detail).toBeString()
    // @ts-expect-error -- there are no words for QuotaUsedUp
    toProblemDetails(revealing, { messages })
  })

  test('is told apart by its audience and its type', () => {
    const either = {} as Disclosed | DisclosedToRecipient
    if (either.audience === 'recipient') {
      expectTypeOf(either).toEqualTypeOf<DisclosedToRecipient>()
      if (either.type === 'InvitationExpired')
        expectTypeOf(either.repeatableAt).toEqualTypeOf<Date>()
    }
    if (serialized.type === 'InvitationExpired') {
      expectTypeOf(serialized.repeatableAt).toEqualTypeOf<string>()
    }
    type Told = DisclosedToRecipient['type']
    expectTypeOf<
      'InvitationWithdrawn' | 'InvitationNotFound' | 'GroupNotFound'
    >().not.toExtend<Told>()
    expectTypeOf<'InvitationExpired' | 'RecipientBanned'>().not.toExtend<Disclosed['type']>()
  })
})
