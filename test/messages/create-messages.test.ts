import type { RecipientUnavailable } from 'group-invitations'
import { createMessages, de, deInformal, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { disclosedWith } from '../support/disclosed.js'

describe('words of a service’s own', () => {
  interface QuotaUsedUp {
    readonly type: 'QuotaUsedUp'
    readonly left: number
  }
  const messages = createMessages<QuotaUsedUp>(de.language, {
    QuotaUsedUp: ({ left }, { number }) => `Noch ${number(left)} Einladungen.`,
  })

  test('stand beside those of the language', () => {
    expect(
      messages.describe(
        disclosedWith({ type: 'QuotaUsedUp', left: 1000 }, { type: 'SelfInvitation' }),
      ),
    ).toBe('Noch 1.000 Einladungen. Sie können sich nicht selbst einladen.')
  })
})

test('words of one’s own may take the place of the language’s', () => {
  const messages = createMessages<RecipientUnavailable>(en.language, {
    RecipientUnavailable: () => 'Try somebody else.',
  })
  expect(messages.describe(disclosedWith({ type: 'RecipientUnavailable' }))).toBe(
    'Try somebody else.',
  )
  expect(messages.describe(disclosedWith({ type: 'SelfInvitation' }))).toBe(
    'You cannot invite yourself.',
  )
})

test.each([en, de, deInformal])(
  'a language of this library is one that may be given',
  ({ language }) => {
    expect(createMessages(language, {}).language).toEqual(language)
  },
)

describe('a language of one’s own', () => {
  const { language } = en
  const withMail = (changes: Partial<typeof language.mail>) => () =>
    createMessages({ ...language, mail: { ...language.mail, ...changes } }, {})
  const { reference } = language.mail

  test.each([
    [
      { invitation: '{invitor} lädt ein: {group}' },
      'invitation must be with {inviter} and {group}',
    ],
    [{ invitation: '{inviter} lädt ein' }, 'invitation must be with {inviter} and {group}'],
    [{ message: '{inviter}, {group}:' }, 'message must be with {inviter}'],
    [{ because: '{inviter}' }, 'because must be with {platform} and {inviter}'],
    [{ enough: '{platform}?' }, 'enough must be without anything to be filled in'],
    [{ reference: { ...reference, wants: '' } }, 'reference.wants must be with {entry}'],
    [{ reference: { ...reference, haves: '' } }, 'reference.haves must be with {entry}'],
    [{ reference: { ...reference, other: '' } }, 'reference.other must be with {entry}'],
  ])('has to fill in its names: %j', (changes, message) => {
    expect(withMail(changes)).toThrow(new TypeError(`language.mail.${message}`))
  })

  test.each<readonly [changes: object, key: string]>([
    [{ seeGroop: 'View' }, 'seeGroop'],
    [{ reference: { ...reference, skills: '{entry}' } }, 'reference.skills'],
  ])('has no word that nobody reads: %j', (changes, key) => {
    expect(withMail(changes)).toThrow(`language.mail.${key} is unknown; known are invitation,`)
  })

  test('has no key that nobody reads', () => {
    expect(() => createMessages({ ...language, hint: [] } as typeof language, {})).toThrow(
      new TypeError(
        'language.hint is unknown; known are locale, direction, quotationMarks, toInviter, toStaff, otherCategories, noDecision, toRecipient, answered, statuses, invalidValue, hints, mail',
      ),
    )
  })

  test('has each word of the messages', () => {
    const { seeGroup: _seeGroup, ...others } = language.mail
    const mail = others as typeof language.mail
    expect(() => createMessages({ ...language, mail }, {})).toThrow(
      new TypeError('language.mail.seeGroup must be without anything to be filled in'),
    )
  })

  test('has as many plurals as it needs', () => {
    const toInviter: typeof language.toInviter = {
      ...language.toInviter,
      MassMessage: ({ similarCount }, { plural }) =>
        plural(similarCount, { one: 'osoba', few: 'osoby', other: 'osób' }),
    }
    const polish = createMessages({ ...language, locale: 'pl', toInviter }, {})
    const forms = [1, 2, 5].map((similarCount) =>
      polish.describe(disclosedWith({ type: 'MassMessage', similarity: 1, similarCount })),
    )
    expect(forms).toEqual(['osoba', 'osoby', 'osób'])
  })

  test.each(['pt_BR', 'en"><script>', '', 'ein Wort'])(
    'has a language tag, which %j is not',
    (locale) => {
      expect(() => createMessages({ ...language, locale }, {})).toThrow(
        new TypeError('language.locale must be a BCP 47 tag'),
      )
    },
  )

  test('that runs from right to left isolates names', () => {
    const messages = createMessages({ ...language, locale: 'he', direction: 'rtl' }, {})
    expect(
      messages.describe(disclosedWith({ type: 'SalutationMissing', names: ['Bernd'] })),
    ).toContain('“\u2068Bernd\u2069”')
  })

  test('may fill names in in any order, and more than once', () => {
    expect(withMail({ invitation: '{group}: {inviter}, {inviter}' })).not.toThrow()
  })
})
