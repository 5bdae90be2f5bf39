import type {
  AnsweredInvitation,
  DisclosedDenial,
  InvitationPage,
  RecipientBanned,
  SentItem,
  Serialized,
  Standing,
} from 'group-invitations'
import {
  type ContentWords,
  createMessages,
  type DenialWords,
  en,
  type Language,
  type Messages,
  messagesFor,
} from 'group-invitations/messages'
import { describe, expectTypeOf, test } from 'vitest'

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
    // @ts-expect-error -- more words need the type of the denial that they are for
    createMessages(language, { QuotaUsedUp: () => '' })
    // @ts-expect-error -- no words for QuotaUsedUp
    createMessages<{ readonly type: 'QuotaUsedUp' }>(language, {})
  })
})

describe('a language', () => {
  test('has all words for the recipient, after an answer and of a list', () => {
    const { InvitationGone: _gone, ...toRecipient } = en.language.toRecipient
    const { joined: _joined, ...answered } = en.language.answered
    const { Expired: _expired, ...statuses } = en.language.statuses
    // @ts-expect-error -- no words for InvitationGone
    createMessages({ ...en.language, toRecipient }, {})
    // @ts-expect-error -- no words for somebody who has joined
    createMessages({ ...en.language, answered }, {})
    // @ts-expect-error -- no words for what has expired
    createMessages({ ...en.language, statuses }, {})
  })

  test('of a service’s own is made from one that there is, as far as it differs', () => {
    const toRecipient = { ...en.language.toRecipient, InvitationGone: 'Gone.' }
    const messages = createMessages({ ...en.language, locale: 'en-GB', toRecipient }, {})
    expectTypeOf(messages).toEqualTypeOf<Messages>()
    expectTypeOf(messagesFor('en-GB', [messages, en])).toEqualTypeOf<Messages>()
    // @ts-expect-error -- the recipient never learns that it was withdrawn
    const language: Language['toRecipient'] = { ...toRecipient, InvitationWithdrawn: 'Withdrawn.' }
    createMessages({ ...en.language, toRecipient: language }, {})
  })

  test('with words for what is revealed has those for the recipient too', () => {
    const messages = createMessages<RecipientBanned>(en.language, { RecipientBanned: () => '' })
    expectTypeOf(messages.language.toRecipient.RecipientBanned).toEqualTypeOf<string>()
  })
})

test('words by category need no type, and are sentences', () => {
  const harassment: ContentWords = ({ evidence, certainty }, { anyOf }) =>
    `${certainty}: ${anyOf(evidence.map(({ term }) => term))}`
  const messages = createMessages(en.language, {}, { harassment, spam: () => 'No spam.' })
  expectTypeOf(messages).toEqualTypeOf<Messages>()
  // @ts-expect-error -- words get the finding, and are no plain string
  createMessages(en.language, {}, { harassment: 'Stay polite.' })
  const { otherCategories: _none, ...others } = en.language
  // @ts-expect-error -- no words for other categories
  createMessages(others, {})
})

test('what was answered has words, as the service returns it and after JSON', () => {
  const answered = {} as AnsweredInvitation
  const serialized = {} as Serialized<AnsweredInvitation>
  const standing = 'member' as Standing | undefined
  for (const answer of [answered, serialized, { standing }, {}]) {
    expectTypeOf(en.describeAnswer('accept', answer)).toBeString()
  }
  // @ts-expect-error -- no such action
  en.describeAnswer('reject', answered)
  // @ts-expect-error -- no such standing
  en.describeAnswer('accept', { standing: 'guest' })
  // @ts-expect-error -- what was answered is missing
  en.describeAnswer('decline')
})

test('a status has a word, as the service returns it and after JSON', () => {
  const page = {} as InvitationPage<SentItem>
  const serialized = {} as Serialized<InvitationPage<SentItem>>
  expectTypeOf(page.items.map(({ status }) => en.describeStatus(status))).toEqualTypeOf<string[]>()
  expectTypeOf(serialized.items.map(({ status }) => en.describeStatus(status))).toEqualTypeOf<
    string[]
  >()
  // @ts-expect-error -- the stored status is private to the recipient
  en.describeStatus({} as AnsweredInvitation['status'])
})
