import { choiceForInviter, decide, forInviter, type InvitationDenial, type RecipientUnavailable, type Disclosed } from 'group-invitations'
import { createMessages, de, deInformal, en, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { rulebook } from '../../src/decision/rulebook.js'
import { aClaim, after, aRequest, NOW, someFacts } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'

const all: readonly (readonly [name: string, messages: Messages])[] = [
  ['en', en],
  ['de', de],
  ['deInformal', deInformal],
]

const told = (...denials: readonly object[]) =>
  ({
    audience: 'inviter',
    type: 'InvitationDenied',
    denials,
    advisories: [],
    draft: { text: '' },
  }) as unknown as Disclosed

const taken = (repeatableAt: Date | string) =>
  told({ type: 'RateLimited6Months', invitationId: 'i-1', sentAt: NOW, repeatableAt })

describe('what the inviter is told', () => {
  test('of a pair that is taken is the day on which it is free, as people write it', () => {
    const claim = aClaim(new Date('2027-02-28T10:30:00.000Z'), new Date('2026-08-31T10:30:00.000Z'))
    const facts = someFacts({ claim, now: after(claim.sentAt, 1) })
    const error = decide(aRequest(), facts)._unsafeUnwrapErr()
    expect(de.describe(forInviter(error))).toBe(
      'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen. Eine weitere Einladung ist ab dem 28. Februar 2027 wieder möglich (10:30 UTC).',
    )
    expect(deInformal.describe(forInviter(error))).toBe(
      'Du hast dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen. Eine weitere Einladung ist ab dem 28. Februar 2027 wieder möglich (10:30 UTC).',
    )
    expect(en.describe(forInviter(error))).toBe(
      'You have already invited this member to this or another group within the last 6 months. Another invitation will be possible from February 28, 2027 at 10:30 AM UTC.',
    )
  })

  test('is in the reader’s time zone where it is known, and in UTC where there is none of that name', () => {
    const late = taken('2027-02-28T23:30:00.000Z')
    expect(de.describe(late, { timeZone: 'Europe/Berlin' })).toContain(
      'ab dem 1. März 2027 wieder möglich (00:30 MEZ)',
    )
    expect(de.describe(late, { timeZone: 'Atlantis' })).toContain(
      'ab dem 28. Februar 2027 wieder möglich (23:30 UTC)',
    )
    expect(de.describe(late)).toBe(de.describe(late, { timeZone: 'UTC' }))
  })

  test('is a minute in which it really is possible', () => {
    expect(de.describe(taken('2027-02-28T10:30:00.000Z'))).toContain(
      '28. Februar 2027 wieder möglich (10:30',
    )
    expect(de.describe(taken('2027-02-28T10:30:00.001Z'))).toContain(
      '28. Februar 2027 wieder möglich (10:31',
    )
    expect(de.describe(taken('2027-02-28T23:59:00.001Z'))).toContain(
      '1. März 2027 wieder möglich (00:00',
    )
  })

  test('is the same after a way through JSON', () => {
    const here = taken(new Date('2027-02-28T10:30:00.000Z'))
    const there = JSON.parse(JSON.stringify(here)) as Disclosed
    for (const [, messages] of all) expect(messages.describe(there)).toBe(messages.describe(here))
  })

  test('leaves away a date that is none', () => {
    // As an invalid `Date` comes out of JSON.
    expect(en.describe(taken(null as never))).toBe(en.describe(taken('soon')))
    expect(de.describe(taken('soon'))).toBe(
      'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen.',
    )
    expect(en.describe(taken('soon'))).toBe(
      'You have already invited this member to this or another group within the last 6 months.',
    )
  })

  test('is in the singular or the plural', () => {
    const copies = (similarCount: number) =>
      told({ type: 'MassMessage', similarity: 1, similarCount })
    expect(en.describe(copies(1))).toContain('to another member.')
    expect(en.describe(copies(2))).toContain('to 2 other members.')
    expect(de.describe(copies(1))).toContain(
      'dem, was Sie schon einem anderen Mitglied geschickt haben',
    )
    expect(de.describe(copies(2))).toContain('schon 2 anderen Mitgliedern geschickt haben')
    expect(deInformal.describe(copies(1000))).toContain(
      'schon 1.000 anderen Mitgliedern geschickt hast',
    )
  })

  test.each([
    [
      { length: 501, limit: 500, unit: 'characters' },
      'is too long: it has 501 of at most 500 characters.',
      'ist zu lang: 501 von höchstens 500 Zeichen.',
    ],
    [
      { length: 5001, limit: 5000, unit: 'bytes' },
      'takes up too much space: 5,001 of at most 5,000 bytes. Shorten it, or use fewer emojis.',
      'braucht zu viel Platz: 5.001 von höchstens 5.000 Bytes. Kürzer oder mit weniger Emojis passt es.',
    ],
    [
      { length: 33, limit: 32, unit: 'codePointsPerCharacter' },
      'has a character that is combined from too many signs. A simpler one will work.',
      'enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.',
    ],
  ])('says what is too much: %j', (excess, english, german) => {
    expect(en.describe(told({ type: 'TextTooLong', ...excess }))).toBe(`The text ${english}`)
    expect(en.describe(told({ type: 'SubjectTooLong', ...excess }))).toBe(`The subject ${english}`)
    expect(de.describe(told({ type: 'TextTooLong', ...excess }))).toBe(`Der Text ${german}`)
    expect(de.describe(told({ type: 'SubjectTooLong', ...excess }))).toBe(`Der Betreff ${german}`)
  })

  test('names at most three examples', () => {
    const names = ['Bernd', 'Müller', 'Bernd Müller', 'Herr Müller']
    expect(en.describe(told({ type: 'SalutationMissing', names }))).toBe(
      'Begin with a personal salutation that includes “Bernd”, “Müller”, or “Bernd Müller”.',
    )
    expect(de.describe(told({ type: 'SalutationMissing', names: ['Bernd'] }))).toBe(
      'Beginnen Sie mit einer persönlichen Anrede, in der „Bernd“ vorkommt.',
    )
  })

  test('quotes nothing that could turn or break the sentence', () => {
    const link = 'https://\u202eelbe.example\n\u0007/שלום'
    expect(en.describe(told({ type: 'LinkInText', link, index: 0 }))).toBe(
      'A personal invitation needs no links or e-mail addresses. Please leave this out: “\u2068https://elbe.example /שלום\u2069”.',
    )
  })

  test('is one paragraph, or one text for each denial', () => {
    const both = told({ type: 'SelfInvitation' }, { type: 'TextEmpty' })
    expect(en.reasons(both)).toEqual([
      'You cannot invite yourself.',
      'Write a few personal words: an invitation needs a text.',
    ])
    expect(en.describe(both)).toBe(en.reasons(both).join(' '))
  })

  test('of a choice is what stands in the way, and nothing where nothing does', () => {
    const open = choiceForInviter({ groupId: 'chess', denials: [] })
    const closed = choiceForInviter({ groupId: 'chess', denials: [{ type: 'RecipientOptedOut' }] })
    expect(en.describe(open)).toBe('')
    expect(en.reasons(open)).toEqual([])
    expect(en.describe(closed)).toBe('This member cannot be invited to this group.')
  })

  test('where nothing was decided is what to do', () => {
    const outage = forInviter({
      type: 'DependencyFailed',
      repository: 'a',
      operation: 'b',
      cause: 1,
    })
    expect(en.describe(outage)).toBe(
      'Something went wrong on our side. Please try again in a moment.',
    )
    expect(de.reasons(forInviter({ type: 'InvalidRequest', issues: [] }))).toEqual([
      'Die Anfrage war nicht lesbar. Bitte öffnen Sie das Formular noch einmal.',
    ])
    expect(
      deInformal.describe(forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })),
    ).toBe(
      'Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte öffne es noch einmal.',
    )
  })

  test('of advisories is advice, one by one', () => {
    const advisories = [oneOfEach.LinkInText, oneOfEach.WantsAndHavesNotAddressed]
    expect(en.advice({ audience: 'inviter', advisories })).toEqual([
      'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
      'It would be good to address what the member looks for or offers, such as “Schach” or “TypeScript”.',
    ])
  })

  test('of a denial without words is that the member cannot be invited', () => {
    for (const type of ['QuotaUsedUp', 'RecipientOptedOut', 'constructor', '__proto__']) {
      expect(en.describe(told({ type }))).toBe('This member cannot be invited to this group.')
    }
  })
})

describe.each(all)('%s', (_name, messages) => {
  const { toInviter, toStaff, mail, hints } = messages.language
  const types = Object.keys(rulebook) as InvitationDenial['type'][]

  test('has words for every denial, for the inviter and for the staff, each of its own', () => {
    const withheld = [
      'RecipientNotFound',
      'RecipientOptedOut',
      'MembershipPending',
      'RecipientBanned',
    ]
    const tellable = types.filter((type) => !withheld.includes(type))
    expect(Object.keys(toInviter).sort()).toEqual([...tellable, 'RecipientUnavailable'].sort())
    expect(Object.keys(toStaff).sort()).toEqual([...types].sort())
    const forInviters = tellable.map((type) => messages.describe(told(oneOfEach[type])))
    const forStaff = types.map((type) => messages.describeForStaff(oneOfEach[type]))
    expect(new Set(forInviters).size).toBe(tellable.length)
    expect(new Set(forStaff).size).toBe(types.length)
    for (const sentence of [...forInviters, ...forStaff]) {
      expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u)
      expect(sentence).not.toMatch(/undefined|NaN|\[object|\{|\}(?!”|“)| {2}/)
    }
  })

  test('has the words of the form for a form', () => {
    const { SubjectTooLong, TextEmpty, TextTooLong, UnsafeCharacter } = oneOfEach
    expect(messages.form.SubjectTooLong(SubjectTooLong)).toBe(
      messages.describe(told(SubjectTooLong)),
    )
    expect(messages.form.TextEmpty(TextEmpty)).toBe(messages.describe(told(TextEmpty)))
    expect(messages.form.TextTooLong(TextTooLong)).toBe(messages.describe(told(TextTooLong)))
    expect(messages.form.UnsafeCharacter(UnsafeCharacter)).toBe(
      messages.describe(told(UnsafeCharacter)),
    )
  })

  test('has hints for everybody, and more for moderators', () => {
    expect(messages.hints('member')).toEqual(hints.everybody)
    expect(messages.hints('moderator')).toEqual([...hints.everybody, ...hints.moderator])
    expect(hints.everybody.length).toBeGreaterThan(2)
    expect(hints.moderator.length).toBeGreaterThan(0)
  })

  test('fills nothing into its messages but what there is', () => {
    const { reference, ...others } = mail
    const names = [...Object.values(others), ...Object.values(reference)].flatMap((template) =>
      [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    )
    expect([...new Set(names)].sort()).toEqual(['entry', 'group', 'inviter', 'platform'])
  })
})

test('German says Sie, or du, and never both', () => {
  const sentencesOf = (messages: Messages) =>
    [
      ...Object.values(oneOfEach).map((denial) => messages.describe(told(denial))),
      ...messages.hints('moderator'),
      ...Object.values(messages.language.noDecision),
      JSON.stringify(messages.language.mail),
    ].join('\n')
  const informal = /\b(du|dich|dir|dein\w*)\b/i
  const formal = /\b(Sie|Ihnen|Ihr\w*)\b/
  expect(sentencesOf(de)).toMatch(formal)
  expect(sentencesOf(de)).not.toMatch(informal)
  expect(sentencesOf(deInformal)).toMatch(informal)
  expect(sentencesOf(deInformal)).not.toMatch(formal)
})

describe('the staff', () => {
  test('is told what is withheld, in plain words', () => {
    expect(en.describeForStaff({ type: 'RecipientOptedOut' })).toBe(
      'The recipient has switched group invitations off.',
    )
    expect(de.describeForStaff(oneOfEach.RateLimited6Months, { timeZone: 'Europe/Berlin' })).toBe(
      'Das einladende Mitglied hat dasselbe Mitglied in den letzten 6 Monaten schon eingeladen, mit der Einladung „i-1“ vom 2. März 2026 (10:30 MEZ). Eine weitere ist ab dem 2. September 2026 wieder möglich (11:30 MESZ).',
    )
    const soon = { ...oneOfEach.RateLimited6Months, sentAt: new Date(Number.NaN) }
    expect(en.describeForStaff(soon)).toBe(
      'The inviter has invited the recipient within the last 6 months, by the invitation “i-1”.',
    )
    expect(de.describeForStaff(soon)).toMatch(/mit der Einladung „i-1“\.$/)
  })

  test('is told the bare type where there are no words', () => {
    expect(en.describeForStaff({ type: 'QuotaUsedUp' })).toBe('QuotaUsedUp')
  })
})

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
      messages.describe(told({ type: 'QuotaUsedUp', left: 1000 }, { type: 'SelfInvitation' })),
    ).toBe('Noch 1.000 Einladungen. Sie können sich nicht selbst einladen.')
  })
})

test('words of one’s own may take the place of the language’s', () => {
  const messages = createMessages<RecipientUnavailable>(en.language, {
    RecipientUnavailable: () => 'Try somebody else.',
  })
  expect(messages.describe(told({ type: 'RecipientUnavailable' }))).toBe('Try somebody else.')
  expect(messages.describe(told({ type: 'SelfInvitation' }))).toBe('You cannot invite yourself.')
})

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
  ])('has to fill in what there is: %j', (changes, message) => {
    expect(withMail(changes)).toThrow(new TypeError(`language.mail.${message}`))
  })

  test('has as many plurals as it tells apart', () => {
    const toInviter: typeof language.toInviter = {
      ...language.toInviter,
      MassMessage: ({ similarCount }, { plural }) =>
        plural(similarCount, { one: 'osoba', few: 'osoby', other: 'osób' }),
    }
    const polish = createMessages({ ...language, locale: 'pl', toInviter }, {})
    const forms = [1, 2, 5].map((similarCount) =>
      polish.describe(told({ type: 'MassMessage', similarity: 1, similarCount })),
    )
    expect(forms).toEqual(['osoba', 'osoby', 'osób'])
  })

  test.each(['pt_BR', 'en"><script>', '', 'ein Wort'])(
    'has a language tag, and not %j',
    (locale) => {
      expect(() => createMessages({ ...language, locale }, {})).toThrow(
        new TypeError('language.locale must be a BCP 47 tag'),
      )
    },
  )

  test('that runs from right to left keeps what runs otherwise in its place', () => {
    const messages = createMessages({ ...language, locale: 'he', direction: 'rtl' }, {})
    expect(messages.describe(told({ type: 'SalutationMissing', names: ['Bernd'] }))).toContain(
      '“\u2068Bernd\u2069”',
    )
  })

  test('may fill it in in any order, and more than once', () => {
    expect(withMail({ invitation: '{group}: {inviter}, {inviter}' })).not.toThrow()
  })
})
