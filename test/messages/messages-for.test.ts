import {
  createMessages,
  de,
  deInformal,
  en,
  messagesFor,
  renderEmail,
  renderNews,
} from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'

test.each([
  ['de', de],
  ['de-AT', de],
  ['de-DE-1996', de],
  ['DE-at', de],
  ['de_AT', de],
  ['en', en],
  ['en-GB', en],
  ['fr', en],
  ['den', en],
  ['', en],
  [undefined, en],
  [[], en],
  [null as never, en],
  [['fr', 'de-CH', 'en'], de],
  [['fr', 'it'], en],
])('%s', (locale, messages) => {
  expect(messagesFor(locale)).toBe(messages)
})

test('a tag of whatever length is looked at no further than a tag goes', () => {
  const tag = 'a-'.repeat(1_000_000)
  expect(messagesFor(`de-${tag}`)).toBe(de)
  expect(messagesFor(tag)).toBe(en)
})

test('languages of one’s own are found by their whole tag first, and fall back on the first of them', () => {
  const swiss = createMessages({ ...de.language, locale: 'de-CH' }, {})
  const languages = [deInformal, swiss, en] as const
  expect(messagesFor('de-CH', languages)).toBe(swiss)
  expect(messagesFor('de-ch-1901', languages)).toBe(swiss)
  expect(messagesFor('de-AT', languages)).toBe(deInformal)
  expect(messagesFor('en-US', languages)).toBe(en)
  expect(messagesFor('fr', languages)).toBe(deInformal)
})

test.each([[[]], ['de'], [[{}]], [[en, undefined]], [null]])(
  'languages that are %o are a TypeError that names them, also as an option',
  (languages) => {
    const given = languages as never
    expect(() => messagesFor('de', given)).toThrow(
      new TypeError('languages must be a non-empty list of messages'),
    )
    const error = new TypeError('options.languages must be a non-empty list of messages')
    expect(() => renderNews(aPrepared({}, 'news'), { languages: given })).toThrow(error)
    const options = { ...EMAIL_OPTIONS, languages: given }
    expect(() => renderEmail(aPrepared(), options)).toThrow(error)
  },
)
