import {
  choiceForInviter,
  DENIAL_TYPES,
  decide,
  forInviter,
  type Disclosed,
  type InvitationDenial,
} from 'group-invitations'
import { de, deInformal, en, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { formatsOf } from '../../src/messages/formats.js'
import { forStaffAfterSending } from '../support/answer-errors.js'
import { aClaim, after, aRequest, NOW, someFacts } from '../support/builders.js'
import { oneOfEach, suspectedOnes } from '../support/denials.js'
import { disclosedWith } from '../support/disclosed.js'

const all: readonly (readonly [name: string, messages: Messages])[] = [
  ['en', en],
  ['de', de],
  ['deInformal', deInformal],
]

const taken = (repeatableAt: Date | string, sentAt: Date | string = '2026-08-31T22:30:00.000Z') =>
  disclosedWith({ type: 'RateLimited6Months', invitationId: 'i-1', sentAt, repeatableAt })

describe('the words for the inviter', () => {
  test('name the day on which a pair is free again, as people write it', () => {
    const claim = aClaim(new Date('2027-02-28T10:30:00.000Z'), new Date('2026-08-31T10:30:00.000Z'))
    const facts = someFacts({ claim, now: after(claim.sentAt, 1) })
    const error = decide(aRequest(), facts)._unsafeUnwrapErr()
    expect(de.describe(forInviter(error))).toBe(
      'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen, und zwar am 31. August 2026. Eine weitere Einladung ist ab dem 28. Februar 2027 wieder möglich (10:30 UTC).',
    )
    expect(deInformal.describe(forInviter(error))).toBe(
      'Du hast dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen, und zwar am 31. August 2026. Eine weitere Einladung ist ab dem 28. Februar 2027 wieder möglich (10:30 UTC).',
    )
    expect(en.describe(forInviter(error))).toBe(
      'You have already invited this member to this or another group within the last 6 months, on August 31, 2026. Another invitation will be possible from February 28, 2027 at 10:30 AM UTC.',
    )
  })

  test('are in the reader’s time zone if it is known, and else in UTC', () => {
    const late = taken('2027-02-28T23:30:00.000Z')
    expect(de.describe(late, { timeZone: 'Europe/Berlin' })).toContain(
      'ab dem 1. März 2027 wieder möglich (00:30 MEZ)',
    )
    expect(de.describe(late, { timeZone: 'Atlantis' })).toContain(
      'ab dem 28. Februar 2027 wieder möglich (23:30 UTC)',
    )
    expect(de.describe(late)).toBe(de.describe(late, { timeZone: 'UTC' }))
    expect(de.describe(late, { timeZone: 'Europe/Berlin' })).toContain('am 1. September 2026.')
    expect(de.describe(late)).toContain('am 31. August 2026.')
  })

  test('name a minute in which it really is possible', () => {
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

  test('are the same after a way through JSON', () => {
    const here = taken(new Date('2027-02-28T10:30:00.000Z'), new Date('2026-08-28T10:30:00.000Z'))
    const there = JSON.parse(JSON.stringify(here)) as Disclosed
    for (const [, messages] of all) expect(messages.describe(there)).toBe(messages.describe(here))
  })

  test('leave away an invalid date', () => {
    // As an invalid `Date` comes out of JSON.
    for (const none of [null as never, 'soon', new Date(Number.NaN)]) {
      expect(de.describe(taken(none, none))).toBe(
        'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen.',
      )
      expect(en.describe(taken(none, none))).toBe(
        'You have already invited this member to this or another group within the last 6 months.',
      )
    }
    expect(en.describe(taken('soon'))).toMatch(/within the last 6 months, on August 31, 2026\.$/)
    expect(de.describe(taken('2027-02-28T10:30:00.000Z', 'soon'))).toContain(
      'Gruppe eingeladen. Eine weitere Einladung ist ab dem 28. Februar 2027',
    )
  })

  test('are in the singular or the plural', () => {
    const copies = (similarCount: number) =>
      disclosedWith({ type: 'MassMessage', similarity: 1, similarCount })
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
  ])('say what is too much: %j', (excess, english, german) => {
    expect(en.describe(disclosedWith({ type: 'TextTooLong', ...excess }))).toBe(
      `The text ${english}`,
    )
    expect(en.describe(disclosedWith({ type: 'SubjectTooLong', ...excess }))).toBe(
      `The subject ${english}`,
    )
    expect(de.describe(disclosedWith({ type: 'TextTooLong', ...excess }))).toBe(
      `Der Text ${german}`,
    )
    expect(de.describe(disclosedWith({ type: 'SubjectTooLong', ...excess }))).toBe(
      `Der Betreff ${german}`,
    )
  })

  test('name at most three examples', () => {
    const names = ['Bernd', 'Müller', 'Bernd Müller', 'Herr Müller']
    expect(en.describe(disclosedWith({ type: 'SalutationMissing', names }))).toBe(
      'Begin with a personal salutation that includes “Bernd”, “Müller”, or “Bernd Müller”.',
    )
    expect(de.describe(disclosedWith({ type: 'SalutationMissing', names: ['Bernd'] }))).toBe(
      'Beginnen Sie mit einer persönlichen Anrede, in der „Bernd“ vorkommt.',
    )
  })

  test('quote nothing that could turn or break the sentence', () => {
    const link = 'https://\u202eelbe.example\n\u0007/שלום'
    expect(en.describe(disclosedWith({ type: 'LinkInText', link, index: 0 }))).toBe(
      'A personal invitation needs no links or e-mail addresses. Please leave this out: “\u2068https://elbe.example /שלום\u2069”.',
    )
  })

  test('are one paragraph, or one text for each denial', () => {
    const both = disclosedWith({ type: 'SelfInvitation' }, { type: 'TextEmpty' })
    expect(en.reasons(both)).toEqual([
      'You cannot invite yourself.',
      'Write a few personal words: an invitation needs a text.',
    ])
    expect(en.describe(both)).toBe(en.reasons(both).join(' '))
  })

  test('for a choice are its reasons, or nothing if nothing is against it', () => {
    const chess = { groupId: 'chess', group: { name: 'Schach' } }
    const open = choiceForInviter({ ...chess, denials: [] })
    const closed = choiceForInviter({ ...chess, denials: [{ type: 'RecipientOptedOut' }] })
    expect(en.describe(open)).toBe('')
    expect(en.reasons(open)).toEqual([])
    expect(en.describe(closed)).toBe('This member cannot be invited to this group.')
  })

  test('say what to do if nothing was decided', () => {
    const outage = forInviter({
      type: 'DependencyFailed',
      dependency: 'a',
      operation: 'b',
      cause: 1,
      effect: 'none',
    })
    expect(en.describe(outage)).toBe(
      'Something went wrong on our side. Please try again in a moment.',
    )
    expect(de.reasons(forInviter({ type: 'InvalidRequest', issues: [] }))).toEqual([
      'Die Anfrage war nicht lesbar. Bitte laden Sie die Seite neu.',
    ])
    expect(
      deInformal.describe(forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })),
    ).toBe(
      'Aus diesem Formular ist schon eine Einladung verschickt worden. Bitte öffne es noch einmal.',
    )
  })

  test('advise, one text for each advisory', () => {
    const advisories = [oneOfEach.LinkInText, oneOfEach.WantsAndHavesNotAddressed]
    expect(en.advice({ audience: 'inviter', advisories })).toEqual([
      'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
      'It would be good to address what the member looks for or offers, such as “Schach” or “TypeScript”.',
    ])
  })

  test('advise about what is suspected in words that accuse of nothing', () => {
    const advisories = [suspectedOnes.UnfilledPlaceholder, suspectedOnes.ProhibitedContent]
    const disclosed = { audience: 'inviter', advisories } as const
    const [check, consider, ...others] = deInformal.advice(disclosed)
    expect(check).toBe('Bitte prüf, ob hier noch etwas auszufüllen ist: „Herr ,“.')
    expect(consider).toBe(
      'Formulierungen wie „finanziellen Freiheit“ könnten für Werbung oder Anwerbung gehalten werden. Wenn du keines von beiden meinst, musst du nichts ändern.',
    )
    expect(others).toEqual([])
    for (const [, messages] of all) {
      expect(messages.advice(disclosed)).toEqual(messages.reasons(disclosedWith(...advisories)))
      for (const sentence of messages.advice(disclosed)) {
        expect(sentence).not.toMatch(/spam|marketing|allowed|erlaubt/i)
      }
    }
  })

  test('for a denial without words say that the member cannot be invited', () => {
    for (const type of ['QuotaUsedUp', 'RecipientOptedOut', 'constructor', '__proto__']) {
      expect(en.describe(disclosedWith({ type }))).toBe(
        'This member cannot be invited to this group.',
      )
    }
  })
})

describe.each(all)('%s', (_name, messages) => {
  const { toInviter, toStaff, mail, hints } = messages.language
  const types: readonly InvitationDenial['type'][] = DENIAL_TYPES

  test('has words for every denial, for the inviter and for the staff, each of its own', () => {
    const privateTypes = ['RecipientNotFound', 'RecipientOptedOut', 'RecipientBanned']
    const disclosable = types.filter((type) => !privateTypes.includes(type))
    expect(Object.keys(toInviter).sort()).toEqual([...disclosable, 'RecipientUnavailable'].sort())
    const afterSending = Object.values(forStaffAfterSending)
    expect(Object.keys(toStaff).sort()).toEqual(
      [...new Set([...types, ...afterSending.map(({ type }) => type)])].sort(),
    )
    const forInviters = disclosable.map((type) => messages.describe(disclosedWith(oneOfEach[type])))
    const forStaff = [...types.map((type) => oneOfEach[type]), ...afterSending].map((denial) =>
      messages.describeForStaff(denial),
    )
    for (const suspected of Object.values(suspectedOnes)) {
      forInviters.push(messages.describe(disclosedWith(suspected)))
      forStaff.push(messages.describeForStaff(suspected))
    }
    expect(new Set(forInviters).size).toBe(disclosable.length + 2)
    expect(new Set(forStaff).size).toBe(types.length + afterSending.length + 2)
    for (const sentence of [...forInviters, ...forStaff]) {
      expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u)
      expect(sentence).not.toMatch(/undefined|NaN|\[object|\{|\}(?!”|“)| {2}/)
    }
  })

  test('has other words for an applicant whom the inviter may admit', () => {
    const asked = (inviterMayAdmit: boolean) =>
      ({ type: 'MembershipPending', inviterMayAdmit }) as const
    const { MembershipPending } = toInviter
    const formats = formatsOf(messages.language, undefined)
    for (const word of [
      (denial: ReturnType<typeof asked>) => MembershipPending(denial, formats),
      (denial: ReturnType<typeof asked>) => messages.describeForStaff(denial),
    ]) {
      const [plain, admitting] = [word(asked(false)), word(asked(true))]
      expect(admitting).toMatch(/admit|aufnehmen/)
      expect(plain).not.toMatch(/admit|aufnehmen/)
    }
    expect(messages.describe(disclosedWith(asked(true)))).toBe(
      MembershipPending(asked(true), formats),
    )
  })

  test('has the words of the form for a form', () => {
    const { SubjectTooLong, TextEmpty, TextTooLong, UnsafeCharacter } = oneOfEach
    expect(messages.form.SubjectTooLong(SubjectTooLong)).toBe(
      messages.describe(disclosedWith(SubjectTooLong)),
    )
    expect(messages.form.TextEmpty(TextEmpty)).toBe(messages.describe(disclosedWith(TextEmpty)))
    expect(messages.form.TextTooLong(TextTooLong)).toBe(
      messages.describe(disclosedWith(TextTooLong)),
    )
    expect(messages.form.UnsafeCharacter(UnsafeCharacter)).toBe(
      messages.describe(disclosedWith(UnsafeCharacter)),
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
      ...Object.values(oneOfEach).map((denial) => messages.describe(disclosedWith(denial))),
      ...messages.hints('moderator'),
      ...Object.values(messages.language.noDecision),
      ...Object.values(messages.language.toRecipient),
      ...Object.values(messages.language.answered),
      ...Object.values(messages.language.statuses),
      JSON.stringify(messages.language.mail),
    ].join('\n')
  const informal = /\b(du|dich|dir|dein\w*)\b/i
  const formal = /\b(Sie|Ihnen|Ihr\w*)\b/
  expect(sentencesOf(de)).toMatch(formal)
  expect(sentencesOf(de)).not.toMatch(informal)
  expect(sentencesOf(deInformal)).toMatch(informal)
  expect(sentencesOf(deInformal)).not.toMatch(formal)
})

test.each([
  ['13:12:00.000', '1:12 PM', '13:12'],
  ['13:12:00.001', '1:13 PM', '13:13'],
])('too many at %s are said from the full minute on, to everybody', (time, english, german) => {
  const denial = {
    ...oneOfEach.TooManyInvitations,
    retryAt: new Date(`2026-05-12T${time}Z`),
  }
  expect(en.describe(disclosedWith(denial))).toContain(`from May 12, 2026 at ${english} UTC`)
  expect(en.describeForStaff(denial)).toContain(`from May 12, 2026 (${english} UTC)`)
  for (const messages of [de, deInformal])
    for (const said of [
      messages.describe(disclosedWith(denial)),
      messages.describeForStaff(denial),
    ])
      expect(said).toContain(`ab dem 12. Mai 2026 möglich (${german} UTC)`)
})

describe('the staff', () => {
  test('reads what is private, in plain words', () => {
    expect(en.describeForStaff({ type: 'RecipientOptedOut' })).toBe(
      'The recipient has switched off group invitations: all, those of this inviter, or those into this group.',
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

  test('reads the bare type of a denial without words', () => {
    expect(en.describeForStaff({ type: 'QuotaUsedUp' })).toBe('QuotaUsedUp')
  })
})

test('an unknown option is a TypeError that names it', () => {
  const options = { timezone: 'Europe/Berlin' } as object
  const error = new TypeError('options.timezone is unknown; known are timeZone')
  expect(() => en.describe(taken(NOW), options)).toThrow(error)
  expect(() => en.reasons(taken(NOW), options)).toThrow(error)
  expect(() => en.describeForStaff({ type: 'SelfInvitation' }, options)).toThrow(error)
})
