import { choiceForInviter, forRecipient, type Serialized } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import {
  createMessages,
  de,
  en,
  type Language,
  messagesFor,
  renderNews,
} from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { oneAnswerErrorOfEach, oneOfEachForRecipient } from '../support/answer-errors.js'
import { disclosedWith } from '../support/disclosed.js'
import { aPrepared } from '../support/prepared.js'

const { language } = en

/** A copy of English without what is at the path, or with another value there. */
function changed(path: string, value?: unknown): Language {
  const [part = '', key] = path.split('.')
  const whole: Readonly<Record<string, unknown>> = { ...language }
  const changedIn = (fields: object, name: string, replaced: unknown) => ({
    ...Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name)),
    ...(replaced !== undefined && { [name]: replaced }),
  })
  const copy =
    key === undefined
      ? changedIn(whole, part, value)
      : changedIn(whole, part, changedIn(Object(whole[part]) as object, key, value))
  // As plain JavaScript may bring it.
  return copy as unknown as Language
}

const parts = [
  ...(['toInviter', 'toStaff', 'otherCategories'] as const),
  ...(['noDecision', 'toRecipient', 'answered', 'statuses'] as const),
] as const
const sentences: readonly string[] = ['toInviter', 'toStaff', 'otherCategories']
const places = parts.flatMap((part) =>
  Object.keys(language[part]).map((key) => ({
    path: `${part}.${key}`,
    expected: sentences.includes(part) ? 'a function' : 'a string',
  })),
)

describe('a language that lacks something is a TypeError that names it, when the messages are made', () => {
  test.each([
    ...[...parts, 'hints'].map((path) => ({ path, expected: 'an object' })),
    ...places,
    { path: 'locale', expected: 'a BCP 47 tag' },
    { path: 'direction', expected: "'ltr' or 'rtl'" },
    { path: 'quotationMarks', expected: 'two strings' },
    { path: 'invalidValue', expected: 'a string' },
    { path: 'hints.everybody', expected: 'a list of strings' },
    { path: 'hints.moderator', expected: 'a list of strings' },
    { path: 'mail', expected: 'with {inviter} and {group}' },
    { path: 'mail.reference', expected: 'with {entry}' },
  ])('$path', ({ path, expected }) => {
    const named = { mail: 'mail.invitation', 'mail.reference': 'mail.reference.wants' }[path]
    expect(() => createMessages(changed(path), {})).toThrow(
      new TypeError(`language.${named ?? path} must be ${expected}`),
    )
  })

  test('the first that is missing of a language from before there were answers', () => {
    const { toRecipient: _toRecipient, answered: _answered, statuses: _, ...before } = language
    expect(() => createMessages(before as Language, {})).toThrow(
      new TypeError('language.toRecipient must be an object'),
    )
  })
})

describe('a language with something of the wrong type is a TypeError that names it', () => {
  test.each([
    ...places.map(({ path, expected }) => ({
      path,
      value: expected === 'a string' ? () => 'word' : 'word',
      expected,
    })),
    ...parts.flatMap((path) =>
      [null, 'words', ['words'], new Map()].map((value) => ({
        path,
        value,
        expected: 'an object',
      })),
    ),
    { path: 'locale', value: ['en'], expected: 'a BCP 47 tag' },
    { path: 'locale', value: 7, expected: 'a BCP 47 tag' },
    { path: 'direction', value: 'RTL', expected: "'ltr' or 'rtl'" },
    { path: 'quotationMarks', value: '„“', expected: 'two strings' },
    { path: 'quotationMarks', value: ['„'], expected: 'two strings' },
    { path: 'quotationMarks', value: ['„', '“', '”'], expected: 'two strings' },
    { path: 'quotationMarks', value: ['„', 7], expected: 'two strings' },
    { path: 'invalidValue', value: () => 'word', expected: 'a string' },
    { path: 'hints.everybody', value: 'Write.', expected: 'a list of strings' },
    { path: 'hints.moderator', value: [() => 'Write.'], expected: 'a list of strings' },
  ])('$path: $value', ({ path, value, expected }) => {
    expect(() => createMessages(changed(path, value), {})).toThrow(
      new TypeError(`language.${path} must be ${expected}`),
    )
  })

  test.each([undefined, null, 'en', [], () => language])('the whole: %o', (value) => {
    expect(() => createMessages(value as unknown as Language, {})).toThrow(
      new TypeError('language must be an object'),
    )
  })
})

describe('a language has no word that nobody reads', () => {
  test.each([
    ...parts.map((part) => `${part}.Paused`),
    // The stored status that the inviter never learns.
    'statuses.Declined',
    'toRecipient.InvitationWithdrawn',
    'hints.member',
  ])('%s', (path) => {
    const value = sentences.some((part) => path.startsWith(part)) ? () => 'word' : 'word'
    expect(() => createMessages(changed(path, value), {})).toThrow(
      `language.${path} is unknown; known are `,
    )
  })
})

test('what a language inherits is not its own', () => {
  const inherited = Object.create(language.toRecipient) as Language['toRecipient']
  expect(() => createMessages({ ...language, toRecipient: inherited }, {})).toThrow(
    new TypeError('language.toRecipient.InvitationExpired must be a string'),
  )
})

/** Hebrew, as far as the recipient and the lists see it. */
const hebrew = createMessages(
  {
    ...language,
    locale: 'he',
    direction: 'rtl',
    quotationMarks: ['”', '“'],
    toRecipient: {
      InvitationExpired: 'תוקף ההזמנה פג.',
      InvitationAccepted: 'ההזמנה כבר התקבלה, ואי אפשר לדחות אותה.',
      RecipientBanned: 'אי אפשר להצטרף לקבוצה הזאת.',
      InvitationGone: 'ההזמנה אינה זמינה עוד.',
      InvalidRequest: 'הבקשה לא נקראה. נא לטעון את הדף מחדש.',
      ServiceUnavailable: 'משהו השתבש אצלנו. נא לנסות שוב בעוד רגע.',
    },
    answered: {
      joined: 'הצטרפת לקבוצה.',
      pending: 'קיבלת את ההזמנה. צוות הקבוצה יחליט על צירופך.',
      accepted: 'כבר קיבלת את ההזמנה, אך כרגע אינך בקבוצה.',
      declined: 'דחית את ההזמנה. מי ששלח אותה לא יֵדע על כך.',
      withdrawn: 'ההזמנה בוטלה.',
    },
    statuses: { Open: 'פתוחה', Accepted: 'התקבלה', Withdrawn: 'בוטלה', Expired: 'פגה' },
  },
  {},
)

describe('a fourth language, from right to left', () => {
  test('has its words for the recipient, after an answer and in a list', () => {
    expect(hebrew.describe(oneOfEachForRecipient.InvitationGone)).toBe('ההזמנה אינה זמינה עוד.')
    expect(hebrew.describeAnswer('accept', { standing: 'member' })).toBe('הצטרפת לקבוצה.')
    expect(hebrew.describeStatus('Open')).toBe('פתוחה')
  })

  test('is found for its readers, beside those of the library', () => {
    const languages = [en, de, hebrew] as const
    expect(messagesFor(['he-IL', 'en'], languages)).toBe(hebrew)
    expect(messagesFor('de-AT', languages)).toBe(de)
  })

  test('has problem details for both sides, also after a way through JSON', () => {
    const errors = [
      forRecipient(oneAnswerErrorOfEach.InvitationExpired),
      disclosedWith({ type: 'TextEmpty' }),
    ]
    const given = errors.map((error) => toProblemDetails(error, { messages: hebrew }).detail)
    const serialized = JSON.parse(JSON.stringify(errors)) as Serialized<typeof errors>
    const parsed = serialized.map((error) => toProblemDetails(error, { messages: hebrew }).detail)
    expect(given).toEqual([
      'תוקף ההזמנה פג.',
      hebrew.language.toInviter.TextEmpty({ type: 'TextEmpty' }, {} as never),
    ])
    expect(parsed).toEqual(given)
  })

  test('writes the news item in its direction, and the words of a picker', () => {
    const prepared = aPrepared({ locale: 'he' }, 'news')
    expect(renderNews(prepared, { languages: [en, hebrew] }).html).toMatch(
      /^<article lang="he" dir="rtl">/,
    )
    const choice = { groupId: 'chess', group: { name: 'Chess' }, denials: [] }
    expect(hebrew.describe(choiceForInviter(choice))).toBe('')
  })
})
