import { forInviter, type Disclosed } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import {
  createMessages,
  de,
  deInformal,
  en,
  type Language,
  renderEmail,
  renderNews,
} from 'group-invitations/messages'
import { afterEach, describe, expect, test } from 'vitest'
import { oneOfEachForRecipient } from '../support/answer-errors.js'
import { oneOfEach } from '../support/denials.js'
import { disclosedWith } from '../support/disclosed.js'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'
import { saidBy } from './words/said-by.js'

function* objectsIn(value: unknown, path: string): Generator<readonly [path: string, object]> {
  if (typeof value !== 'object' || value === null) return
  yield [path, value]
  for (const [key, field] of Object.entries(value)) yield* objectsIn(field, `${path}.${key}`)
}

describe.each([
  ['en', en],
  ['de', de],
  ['deInformal', deInformal],
])('nobody changes the words of %s for everybody', (name, messages) => {
  test('all that it has is frozen', () => {
    const all = [
      ...objectsIn(messages, name),
      ...objectsIn(messages.hints('member'), 'hints of members'),
      ...objectsIn(messages.hints('moderator'), 'hints of moderators'),
    ]
    expect(all.filter(([, object]) => !Object.isFrozen(object)).map(([path]) => path)).toEqual([])
    expect(all.length).toBeGreaterThan(10)
  })
})

test('a list that the messages return is the reader’s own', () => {
  const reasons = en.reasons(oneOfEachForRecipient.InvitationGone)
  Reflect.set(reasons, 0, 'changed')
  expect(en.reasons(oneOfEachForRecipient.InvitationGone)).toEqual([
    en.language.toRecipient.InvitationGone,
  ])
})

test('messages keep the language and the words that they were made from', () => {
  const given = structuredCloneOf(en.language)
  const tooMany = () => 'Too many.'
  const words = { QuotaUsedUp: tooMany }
  const messages = createMessages<{ readonly type: 'QuotaUsedUp' }>(given, words)
  const before = saidBy(messages)
  for (const [, object] of objectsIn(given, '')) {
    for (const key of Object.keys(object)) Reflect.set(object, key, 'changed')
  }
  words.QuotaUsedUp = () => 'changed'
  expect(saidBy(messages)).toEqual(before)
  expect(messages.describe(disclosedWith({ type: 'QuotaUsedUp' }))).toBe('Too many.')
  expect(Object.isFrozen(tooMany)).toBe(false)
})

/** A copy that can be changed; it keeps the functions. */
function structuredCloneOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  const copy: unknown = Array.isArray(value)
    ? value.map(structuredCloneOf)
    : Object.fromEntries(
        Object.entries(value).map(([key, field]) => [key, structuredCloneOf(field)]),
      )
  // A copy has the type of what it copies.
  return copy as Value
}

describe('what something has put on Object.prototype', () => {
  const polluted = new Set<string>()
  function pollute(fields: Readonly<Record<string, unknown>>) {
    for (const [key, value] of Object.entries(fields)) {
      polluted.add(key)
      Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true })
    }
  }
  afterEach(() => {
    for (const key of polluted) Reflect.deleteProperty(Object.prototype, key)
    polluted.clear()
  })

  const evil = 'https://evil.example/'
  const swedish: Language = { ...en.language, locale: 'sv' }

  test('is no option, no address, no subject and no language', () => {
    const { url: _url, ...group } = aPrepared().group
    const { url: _inviterUrl, ...inviter } = aPrepared().inviter
    const { locale: _locale, ...withoutLocale } = aPrepared().recipient
    const forEmail = { ...aPrepared(), group, inviter }
    const forNews = { ...aPrepared({}, 'news'), group, inviter }
    const email = renderEmail(forEmail, EMAIL_OPTIONS)
    const news = renderNews(forNews)
    pollute({
      ...{ languages: [createMessages(swedish, {})], invitationUrl: evil, reportUrl: evil },
      ...{ replyNote: evil, url: evil, subject: evil, reference: { field: 'wants', entry: evil } },
      locale: 'de',
    })
    expect(renderEmail(forEmail, EMAIL_OPTIONS)).toEqual(email)
    expect(renderNews(forNews)).toEqual(news)
    const { subject } = renderEmail({ ...forEmail, recipient: withoutLocale }, EMAIL_OPTIONS)
    expect(subject).toMatch(/invites you/)
  })

  test('is no option that is missing', () => {
    const prepared = aPrepared()
    pollute({ platform: 'Evil', domain: 'evil.example', unsubscribeUrl: evil })
    expect(() => renderEmail(prepared, {} as typeof EMAIL_OPTIONS)).toThrow(TypeError)
  })

  test('does not make an error a disclosed one', () => {
    const draft = { text: '' }
    const denials = [oneOfEach.RecipientOptedOut]
    const error = { type: 'InvitationDenied', denials, advisories: [], draft }
    pollute({ audience: 'inviter' })
    for (const tell of [en.describe, en.reasons, toProblemDetails]) {
      expect(() => tell(error as unknown as Disclosed)).toThrow(TypeError)
    }
    expect(() => en.advice(error as never)).toThrow(TypeError)
  })

  test('is no word, no date style and no time zone', () => {
    const { invalidValue: _invalidValue, ...language } = en.language
    const taken = disclosedWith(oneOfEach.RateLimited6Months)
    const copies = disclosedWith({ ...oneOfEach.MassMessage, similarCount: 1 })
    const before = en.describe(taken)
    const words = createMessages(
      {
        ...en.language,
        toInviter: {
          ...en.language.toInviter,
          MassMessage: (_, { plural }) => plural(1, { other: 'many' }),
        },
      },
      {},
    )
    pollute({
      ...{ timeZone: 'Asia/Tokyo', calendar: 'buddhist', hour12: true, style: 'narrow' },
      ...{ one: 'evil', QuotaUsedUp: () => 'evil', seeGroup: 'evil', denials: [] },
    })
    expect(en.describe(taken)).toBe(before)
    expect(words.describe(copies)).toBe('many')
    expect(en.describe(disclosedWith({ type: 'QuotaUsedUp' }))).toMatch(/^This member cannot/)
    expect(en.describe({ audience: 'inviter', type: 'ServiceUnavailable' })).toMatch(/^Something/)
    const { seeGroup: _seeGroup, ...mail } = language.mail
    const lacking = { ...en.language, mail } as Language
    expect(() => createMessages(lacking, {})).toThrow('language.mail.seeGroup must be without')
  })

  test('is no standing, no status, and no word after an answer', () => {
    const { joined: _joined, ...answered } = en.language.answered
    const { Open: _Open, ...statuses } = en.language.statuses
    pollute({ standing: 'member', Declined: 'evil', joined: 'evil', Open: 'evil', cancel: 'evil' })
    expect(en.describeAnswer('accept', {})).toBe(answered.accepted)
    expect(() => en.describeStatus('Declined' as 'Open')).toThrow(TypeError)
    expect(() => en.describeAnswer('cancel' as 'accept', {})).toThrow(TypeError)
    const without = (part: object) => () => createMessages({ ...en.language, ...part }, {})
    expect(without({ answered })).toThrow('language.answered.joined must be a string')
    expect(without({ statuses })).toThrow('language.statuses.Open must be a string')
  })

  test('is no word for the recipient, and nothing of their problem', () => {
    const errors = Object.values(oneOfEachForRecipient)
    const said = () =>
      JSON.stringify(errors.map((error) => [en.reasons(error), toProblemDetails(error)]))
    const before = said()
    pollute({
      ...{ denials: [], advisories: [], issues: [], type: 'InvitationGone', field: 'text' },
      ...{ pointer: '#/text', instance: evil, invitationId: 'i-2', repeatableAt: evil },
      InvitationWithdrawn: 'evil',
    })
    expect(said()).toBe(before)
    const withdrawn = { audience: 'recipient', type: 'InvitationWithdrawn' } as const
    expect(() => en.describe(withdrawn as unknown as Disclosed)).toThrow(TypeError)
    expect(() => en.describe({ audience: 'recipient' } as unknown as Disclosed)).toThrow(TypeError)
  })

  test('is nothing of a problem', () => {
    const disclosed = forInviter({
      type: 'InvitationDenied',
      denials: [oneOfEach.SelfInvitation, oneOfEach.InviterNotFound],
      advisories: [],
      draft: { text: '' },
    })
    const before = JSON.stringify(toProblemDetails(disclosed))
    pollute({
      ...{ instance: evil, typeBaseUri: evil, locale: 'de', timeZone: 'Asia/Tokyo', messages: de },
      ...{ field: 'text', pointer: '#/text' },
    })
    expect(JSON.stringify(toProblemDetails(disclosed))).toBe(before)
  })
})
