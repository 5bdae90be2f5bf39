import {
  createTermScreener,
  MITIGATING_TERMS,
  PROHIBITED_TERMS,
  type ProhibitedTerm,
  screenText,
} from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { aProfile } from '../support/builders.js'

const strong: ProhibitedTerm = { term: 'jackpot', category: 'spam', weight: 'strong' }
const weak: ProhibitedTerm[] = ['bonus', 'code'].map((term) => ({
  term,
  category: 'spam',
  weight: 'weak',
}))
const hints: ProhibitedTerm[] = ['hint', 'clue', 'sign'].map((term) => ({
  term,
  category: 'spam',
  weight: 'hint',
}))
const screen = createTermScreener({
  terms: [strong, ...weak, ...hints],
  mitigatingTerms: ['warnung*'],
})
const nobody = { recipient: undefined, group: undefined }
const termsIn = (text: string) => screen({ text }, nobody).map(({ term }) => term)

describe('a screener', () => {
  test('finds one strong term', () => {
    expect(screen({ text: 'Der Jackpot!' }, nobody)).toEqual([
      { category: 'spam', term: 'Jackpot', index: 4 },
    ])
  })

  test('finds two weak ones, and never one', () => {
    expect(termsIn('Bonus Code')).toEqual(['Bonus', 'Code'])
    expect(termsIn('Bonus')).toEqual([])
    expect(termsIn('Bonus, Bonus und Bonus')).toEqual([])
  })

  test('finds a weak one with a hint, and three hints, and never less', () => {
    expect(termsIn('a bonus, a hint')).toEqual(['bonus', 'hint'])
    expect(termsIn('a hint, a clue, a sign')).toEqual(['hint', 'clue', 'sign'])
    expect(termsIn('a hint, a clue')).toEqual([])
  })

  test('finds nothing by signals alone', () => {
    expect(termsIn('500 €!! GREIFT ALLE SOFORT zu')).toEqual([])
    expect(termsIn('500 €!! A hint')).toEqual(['500 €', '!!', 'hint'])
  })

  test('finds each term in its first place, in subject and text', () => {
    expect(screen({ subject: 'Ihr Bonus', text: 'Code, Bonus, Code' }, nobody)).toEqual([
      { category: 'spam', term: 'Bonus', index: 4, field: 'subject' },
      { category: 'spam', term: 'Code', index: 0 },
    ])
    expect(screen({ subject: 'Jackpot, Jackpot', text: '' }, nobody)).toHaveLength(1)
  })

  test('returns evidence in the order of its places, signals too', () => {
    expect(termsIn('Code!! Bonus')).toEqual(['Code', '!!', 'Bonus'])
  })

  test('lets people warn: a mitigating term outweighs a strong term, but not a weak one as well', () => {
    expect(termsIn('Eine Warnung vor dem Jackpot')).toEqual([])
    expect(termsIn('Warnungen: Bonus, Code')).toEqual([])
    expect(termsIn('Warnungen: Jackpot, hint')).toEqual([])
    expect(termsIn('Warnungen: Jackpot, Bonus')).toEqual(['Jackpot', 'Bonus'])
  })

  test('ignores the terms of the recipient’s own profile', () => {
    const about = {
      recipient: aProfile({ haves: ['Jackpot-Statistik', 'Warnungen'] }),
      group: undefined,
    }
    expect(screen({ text: 'Jackpot' }, about)).toEqual([])
    expect(screen({ text: 'Jackpot, Bonus' }, about)).toEqual([])
    expect(screen({ text: 'Bonus Code, Warnung' }, about)).toEqual([])
  })

  test('needs no mitigating terms', () => {
    const unmitigated = createTermScreener({ terms: [strong] })
    expect(unmitigated({ text: 'Warnung: Jackpot' }, nobody)).toHaveLength(1)
  })

  test('keeps its lists, whatever the caller does to them later', () => {
    const own = { term: 'Wunderbar', category: 'spam', weight: 'strong' } as const
    const lists = { terms: [{ ...own }], mitigatingTerms: ['Gericht'] }
    const screen = createTermScreener(lists)
    Object.assign(lists.terms[0] ?? {}, { weight: 'hint', category: 'other', term: 'x' })
    lists.terms.push({ ...own, term: 'Lieber' } as never)
    lists.mitigatingTerms.push('wunderbar')
    expect(
      screen({ text: 'Lieber Bernd, wunderbar' }, { recipient: undefined, group: undefined }),
    ).toEqual([{ category: 'spam', term: 'wunderbar', index: 14 }])
  })

  test('can extend the built-in one', () => {
    const terms = [...PROHIBITED_TERMS, { ...strong, term: 'kaffeefahrt*' }]
    const extended = createTermScreener({ terms, mitigatingTerms: MITIGATING_TERMS })
    expect(extended({ text: 'Auf zur Kaffeefahrt!' }, nobody)).toHaveLength(1)
    expect(screenText('Auf zur Kaffeefahrt!')).toEqual([])
  })
})

describe('a list that cannot be meant is a defect', () => {
  test.each([
    ['terms[1].weight must be strong, weak or hint', { ...strong, weight: 'Strong' }],
    ['terms[1].category must be multi-level-marketing or spam', { ...strong, category: 'ham' }],
    [
      "the term '–' must be a word or a phrase, with * only behind words of three letters or more",
      { ...strong, term: '–' },
    ],
  ])('%s', (message, term) => {
    const terms = [strong, term as ProhibitedTerm]
    expect(() => createTermScreener({ terms })).toThrow(new TypeError(message))
  })

  test.each([[{}], [{ terms: 'spam' }], [Object.create({ terms: [] }) as object]])(
    'without a list of terms: %o',
    (lists) => {
      expect(() => createTermScreener(lists as never)).toThrow(TypeError)
    },
  )

  test('with an unknown key', () => {
    const misspelled = { terms: [], mitigatingTerm: [] }
    expect(() => createTermScreener(misspelled)).toThrow(
      new TypeError('lists.mitigatingTerm is unknown; known are terms, mitigatingTerms'),
    )
  })
})

describe('the built-in screener', () => {
  test.each([
    'Steig ein in unser Network-Marketing',
    'mit NETWORKMARKETING zum Erfolg',
    'im Strukturvertrieb arbeiten',
    'bau dir deine Downline auf',
    'verdiene ein passives Einkommen',
    'in finanzielle Freiheit starten',
    'Be your own boss!',
    'mit Down\u200dline',
    '100 % gratis',
    'schnell reich werden',
    'a miracle cure',
    '20 Freispiele',
    'pass\u1160ives Einkommen',
    '𝐏𝐚𝐬𝐬𝐢𝐯𝐞 𝐈𝐧𝐜𝐨𝐦𝐞',
    '#downline#erfolg',
  ])('finds %s', (text) => {
    expect(screenText(text)).not.toEqual([])
  })

  test.each([
    'Wir treffen uns monatlich und haben eine WhatsApp-Gruppe',
    'Wir treffen uns monatlich, den Link schicke ich dir gern',
    'Herzlichen Glückwunsch zur neuen Stelle!!',
    'Acme Limited im Non-Profit-Bereich',
    'Raspberry-Pi-Starter-Kit',
    'Growth mindset and freedom to learn',
    'Unsere Gruppe ist gratis und hat nur noch wenige Mitglieder',
    'Schon 500 € sind da!! Komm dazu',
  ])('lets pass: %s', (text) => {
    expect(screenText(text)).toEqual([])
  })

  test('analyses no field of more than 7,500 units', () => {
    expect(screenText(`Downline ${'a'.repeat(7491)}`)).toHaveLength(1)
    expect(screenText(`Downline ${'a'.repeat(7492)}`)).toEqual([])
    expect(screenText({ subject: `Downline ${'a'.repeat(7492)}`, text: '' })).toEqual([])
  })

  test('takes a whole draft, or a text alone', () => {
    const evidence = screenText({ subject: 'Downline', text: 'Lieber Bernd' })
    expect(evidence).toEqual([
      { category: 'multi-level-marketing', term: 'Downline', index: 0, field: 'subject' },
    ])
    expect(screenText('Downline')).toEqual([
      { category: 'multi-level-marketing', term: 'Downline', index: 0 },
    ])
  })

  test('ignores what the recipient does', () => {
    const recipient = aProfile({ haves: ['Recht des Strukturvertriebs'] })
    expect(
      screenText('Du kennst dich mit Strukturvertrieben aus', { recipient, group: undefined }),
    ).toEqual([])
  })

  test('has lists that nobody can change', () => {
    for (const list of [PROHIBITED_TERMS, MITIGATING_TERMS])
      expect(Object.isFrozen(list)).toBe(true)
    for (const term of PROHIBITED_TERMS) expect(Object.isFrozen(term)).toBe(true)
  })

  test('has no term twice', () => {
    const terms = [...PROHIBITED_TERMS.map(({ term }) => term), ...MITIGATING_TERMS]
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })

  test('never fires on one weak term', () => {
    for (const { term, weight } of PROHIBITED_TERMS) {
      const written = term.replaceAll('*', '')
      expect(screenText(written).length, term).toBe(weight === 'strong' ? 1 : 0)
    }
  })
})
