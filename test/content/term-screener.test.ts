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
const own = createTermScreener({
  terms: [strong, ...weak, ...hints],
  mitigatingTerms: ['warnung*'],
})
const termsIn = (text: string, subject?: string) =>
  own.screen({ text, subject }, undefined).map(({ term }) => term)

describe('a screener', () => {
  test('finds one strong term', () => {
    expect(own.screen({ text: 'Der Jackpot!' }, undefined)).toEqual([
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

  test('tells subject and text, each term where it stands first', () => {
    expect(own.screen({ subject: 'Ihr Bonus', text: 'Code, Bonus, Code' }, undefined)).toEqual([
      { category: 'spam', term: 'Bonus', index: 4, field: 'subject' },
      { category: 'spam', term: 'Code', index: 0 },
    ])
    expect(own.screen({ subject: 'Jackpot, Jackpot', text: '' }, undefined)).toHaveLength(1)
  })

  test('tells them in the order of their places, signals among them', () => {
    expect(termsIn('Code!! Bonus')).toEqual(['Code', '!!', 'Bonus'])
  })

  test('lets who warns speak: an mitigating term outweighs a strong term, but not much more', () => {
    expect(termsIn('Eine Warnung vor dem Jackpot')).toEqual([])
    expect(termsIn('Warnungen: Bonus, Code')).toEqual([])
    expect(termsIn('Warnungen: Jackpot, hint')).toEqual([])
    expect(termsIn('Warnungen: Jackpot, Bonus')).toEqual(['Jackpot', 'Bonus'])
  })

  test('ignores the terms of the recipient’s own profile', () => {
    const recipient = aProfile({ haves: ['Jackpot-Statistik', 'Warnungen'] })
    expect(own.screen({ text: 'Jackpot' }, recipient)).toEqual([])
    expect(own.screen({ text: 'Jackpot, Bonus' }, recipient)).toEqual([])
    expect(own.screen({ text: 'Bonus Code, Warnung' }, recipient)).toEqual([])
  })

  test('needs no mitigatingTerms', () => {
    const screener = createTermScreener({ terms: [strong] })
    expect(screener.screen({ text: 'Warnung: Jackpot' }, undefined)).toHaveLength(1)
  })

  test('can extend the built-in one', () => {
    const terms = [...PROHIBITED_TERMS, { ...strong, term: 'kaffeefahrt*' }]
    const screener = createTermScreener({ terms, mitigatingTerms: MITIGATING_TERMS })
    expect(screener.screen({ text: 'Auf zur Kaffeefahrt!' }, undefined)).toHaveLength(1)
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

  test('looks through no text far beyond the limits', () => {
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
    expect(screenText('Du kennst dich mit Strukturvertrieben aus', recipient)).toEqual([])
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
