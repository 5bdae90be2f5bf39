import { createMessages, en, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { ar } from '../../docs/examples/languages/arabic.js'
import { fr } from '../../docs/examples/languages/french.js'
import { oneOfEach } from '../support/denials.js'
import { disclosedWith } from '../support/disclosed.js'
import { changedAt, pathsIn } from '../support/words-at.js'
import { saidBy } from './words/said-by.js'

const own = [
  ['French', fr],
  ['Arabic', ar],
] as const

function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.values(value).flatMap(textsIn)
}

/** What a language says, without the mails, and with the templates of these as they are. */
function sentencesOf(messages: Messages): readonly string[] {
  const { toInviter, toStaff, withoutDecision, toRecipient, ...rest } = saidBy(messages)
  const { answered, statuses, invalidValue, hints } = rest
  const { mail } = messages.language
  return [
    ...textsIn({ toInviter, toStaff, withoutDecision, toRecipient }),
    ...textsIn({ answered, statuses, invalidValue, hints, mail }),
  ]
}

const inEnglish = saidBy(en)

describe.each(own)('%s', (_name, messages) => {
  const { language } = messages
  const said = saidBy(messages)

  const parts = [
    ...(['toInviter', 'toStaff', 'otherCategories', 'noDecision', 'toRecipient'] as const),
    ...(['answered', 'statuses', 'invalidValue', 'hints', 'mail'] as const),
  ] as const

  test.each(parts.flatMap((part) => pathsIn(language[part], part)))('says %s', (path) => {
    expect(saidBy(createMessages(changedAt(language, path), {}))).not.toEqual(said)
  })

  test.each(['toInviter', 'toStaff', 'withoutDecision', 'toRecipient', 'answered'] as const)(
    'has other words than English, and as many: %s',
    (part) => {
      expect(Object.keys(said[part])).toEqual(Object.keys(inEnglish[part]))
      const english = textsIn(inEnglish[part])
      expect(textsIn(said[part]).filter((sentence) => english.includes(sentence))).toEqual([])
      // As often as in English, one sentence stands for several things.
      expect(new Set(textsIn(said[part])).size).toBe(new Set(english).size)
    },
  )
})

describe('French is set as French is', () => {
  test('with a narrow space at its marks, and its own quotation marks', () => {
    const isWrong = (sentence: string) => {
      // A time and what is quoted have their own marks.
      const words = sentence.replace(/\d\d:\d\d/g, '').replace(/«\u202F[^»]*\u202F»/g, '')
      return /(?<!\u202F)[;:!?]|[«»"'„“”]/.test(words)
    }
    expect(sentencesOf(fr).filter(isWrong)).toEqual([])
  })

  test('and the first day of a month is an ordinal', () => {
    const denial = { type: 'TooManyInvitations', retryAt: '2027-03-01T09:00:00.000Z' }
    expect(fr.describe(disclosedWith(denial))).toMatch(/à partir du 1er mars 2027 à 09:00 UTC\.$/)
    const later = { ...denial, retryAt: '2027-03-11T09:00:00.000Z' }
    expect(fr.describe(disclosedWith(later))).toMatch(/à partir du 11 mars 2027/)
  })
})

test('Arabic is in Arabic letters and marks', () => {
  const isWrong = (sentence: string) => {
    const words = sentence
      .replace(/\u2068[^\u2069]*\u2069|\{\w+\}/g, '')
      .replace(/UTC|U\+202E|\d[\d:.,]*/g, '')
    return /[A-Za-z,;?"']/.test(words) || !/\p{Script=Arabic}/u.test(words)
  }
  expect(sentencesOf(ar).filter(isWrong)).toEqual([])
})

describe('each plural that occurs has its form', () => {
  const ofOthers = (messages: Messages, similarCount: number) =>
    messages.describe(disclosedWith({ ...oneOfEach.MassMessage, similarCount }))
  const ofOthersForStaff = (messages: Messages, similarCount: number) =>
    messages.describeForStaff({ ...oneOfEach.MassMessage, similarCount } as never)
  const ofLength = (messages: Messages, length: number) =>
    messages.describe(disclosedWith({ ...oneOfEach.TextTooLong, length }))

  test.each([
    [1, 'à un autre membre.', 'ce qu’un autre membre a reçu'],
    [2, 'à 2 autres membres.', 'ce que 2 autres membres ont reçu'],
    [100, 'à 100 autres membres.', 'ce que 100 autres membres ont reçu'],
  ])('French: %i other members', (count, toInviter, toStaff) => {
    expect(ofOthers(fr, count)).toContain(toInviter)
    expect(ofOthersForStaff(fr, count)).toContain(toStaff)
  })

  test.each([
    [501, '501 caractères,'],
    [1_000_000, '1\u202F000\u202F000 de caractères,'],
  ])('French: %i characters', (length, expected) => {
    expect(ofLength(fr, length)).toContain(expected)
  })

  test.each([
    [1, 'one', 'عضو آخر', 'عضو آخر'],
    [2, 'two', 'عضوين آخرين', 'عضوان آخران'],
    [3, 'few', '3 أعضاء آخرين', '3 أعضاء آخرون'],
    [10, 'few', '10 أعضاء آخرين', '10 أعضاء آخرون'],
    [11, 'many', '11 عضوًا آخر', '11 عضوًا آخر'],
    [99, 'many', '99 عضوًا آخر', '99 عضوًا آخر'],
    [100, 'other', '100 عضو آخر', '100 عضو آخر'],
  ])('Arabic: %i other members (%s)', (count, category, toInviter, toStaff) => {
    expect(new Intl.PluralRules('ar').select(count)).toBe(category)
    expect(ofOthers(ar, count)).toContain(` إلى ${toInviter}. `)
    expect(ofOthersForStaff(ar, count)).toContain(` ${toStaff} من `)
  })

  test.each([
    [501, '501 حرف،'],
    [503, '503 أحرف،'],
    [511, '511 حرفًا،'],
  ])('Arabic: %i characters', (length, expected) => {
    expect(ofLength(ar, length)).toContain(expected)
  })
})
