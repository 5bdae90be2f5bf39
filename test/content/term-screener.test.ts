import {
  createTermScreener,
  PROHIBITED_TERMS,
  type ProhibitedTerm,
  screenText,
  type TermLists,
} from 'group-invitations/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternOf, plainPatternOf } from '../../src/content/term-index.js'
import { builtInTerms } from '../../src/content/term-screener.js'
import { wordsIn } from '../../src/text/words.js'
import { anyText } from '../support/arbitraries.js'
import { aProfile } from '../support/builders.js'
import { HONEST, PROHIBITED } from '../support/clear-texts.js'
import { whilePolluted } from '../support/polluted.js'
import { runs } from '../support/runs.js'

const nobody = { recipient: undefined, group: undefined }
const sure: ProhibitedTerm = { term: 'kaffeefahrt*', category: 'spam', certainty: 'sure' }

describe('the built-in screener', () => {
  test.each([
    ...PROHIBITED['multi-level-marketing'].map((text) => ['multi-level-marketing', text] as const),
    ...PROHIBITED.spam.map((text) => ['spam', text] as const),
  ])('is sure of %s: %s', (category, text) => {
    const evidence = screenText(text)
    expect(evidence.map(({ certainty }) => certainty)).toContain('sure')
    expect(evidence.map((one) => one.category)).toContain(category)
  })

  test.each(HONEST)('finds nothing in an honest text: %s', (text) => {
    expect(screenText(text)).toEqual([])
  })

  test.each(HONEST)('is not sure of it with one term and a name with a digit: %s', (text) => {
    for (const name of ['Neo4j', 'MP3s', 'Women@Work', 'Sales4Good', 'R.S.V.P.', 'Log4Shell']) {
      const evidence = screenText(`${text} ${name}, wöchentlich, weekly`)
      expect(
        evidence.filter(({ certainty }) => certainty === 'sure'),
        name,
      ).toEqual([])
    }
  })

  test.each([
    'Neo4j',
    'Women@Work',
    'Google!das',
    'Sales4Good',
    'Kund!nnen',
    'Marketing@Otto',
    'Vertrieb|marketing',
  ])('finds nothing more in an honest text with %s', (name) => {
    for (const text of HONEST) expect(screenText(`${text} ${name}`)).toEqual([])
  })

  test.each(HONEST)('only suspects a disguise in an honest text: %s', (text) => {
    expect(screenText(`${text} G R A T I S`)).toEqual([
      { category: 'spam', term: 'G R A T I S', index: text.length + 1, certainty: 'suspected' },
    ])
  })

  test('names no marketing to those who have it in their profile', () => {
    const text = 'MLM, Downline und Umsatz'
    const recipient = aProfile({ haves: ['MLM'] })
    expect(screenText(text).map(({ term }) => term)).toEqual(['MLM', 'Downline', 'Umsatz'])
    expect(screenText(text, { recipient, group: undefined })).toEqual([])
  })

  test.each(Object.values(PROHIBITED).flat())(
    'is as sure if the group is a VIP club: %s',
    (text) => {
      const about = { recipient: undefined, group: { name: 'Ladies VIP Club' } }
      expect(screenText(text, about)).toEqual(screenText(text))
    },
  )

  test.each(Object.values(PROHIBITED).flat())('finds it in disguise, too: %s', (text) => {
    const evidence = screenText(text.replace(/(?<=\p{L})o(?=\p{L}{2})/gu, '0'))
    expect(evidence.map(({ certainty }) => certainty)).toContain('sure')
  })

  test('finds it in the subject, or in both', () => {
    for (const text of Object.values(PROHIBITED).flat()) {
      const subject = screenText({ subject: text, text: '' })
      expect(subject).toEqual(screenText(text).map((one) => ({ ...one, field: 'subject' })))
      const middle = text.indexOf(' ', text.length / 2)
      const both = { subject: text.slice(0, middle), text: text.slice(middle) }
      expect(new Set(screenText(both).map(({ field }) => field))).toEqual(
        new Set(['subject', undefined]),
      )
    }
  })

  test('finds nothing without words', () => {
    for (const text of ['', ' ', '–', '👍']) expect(screenText(text)).toEqual([])
    expect(screenText({ subject: '', text: '' }, nobody)).toEqual([])
  })

  test('is not sure of the words of the recipient and of the group', () => {
    for (const text of Object.values(PROHIBITED).flat()) {
      const recipient = aProfile({ haves: [text] })
      for (const about of [
        { recipient, group: undefined },
        { recipient: undefined, group: { name: text } },
      ]) {
        const certainties = screenText(text, about).map(({ certainty }) => certainty)
        expect(certainties).not.toContain('sure')
      }
      expect(screenText(text, nobody)).toEqual(screenText(text))
    }
  })

  test('analyses no field of more than 7,500 units', () => {
    const [text] = PROHIBITED.spam
    const fill = (length: number) => text.padEnd(length)
    expect(screenText(fill(7_500))).toEqual(screenText(text))
    expect(screenText(fill(7_501))).toEqual([])
    expect(screenText({ subject: fill(7_500), text: fill(7_501) })).toEqual(
      screenText({ subject: text, text: '' }),
    )
    expect(screenText({ subject: fill(7_501), text })).toEqual(screenText(text))
  })
})

describe('a screener with other terms', () => {
  const screen = createTermScreener({ terms: [sure] })

  test('finds a term that is sure, in subject and text', () => {
    const evidence = { category: 'spam', certainty: 'sure' } as const
    expect(screen({ text: 'Auf zur Kaffeefahrt!' }, nobody)).toEqual([
      { ...evidence, term: 'Kaffeefahrt', index: 8 },
    ])
    expect(screen({ subject: 'Kaffeefahrten', text: 'Kaffeefahrt' }, nobody)).toEqual([
      { ...evidence, term: 'Kaffeefahrten', index: 0, field: 'subject' },
    ])
  })

  test('finds no name of the recipient, and the term for everybody else', () => {
    const own = createTermScreener({ terms: [{ term: 'krebs', category: 'spam' }] })
    const recipient = aProfile({ displayName: 'Anna Krebs' })
    const text = 'Sehr geehrte Frau Krebs, wir singen jeden Donnerstag.'
    expect(own({ text }, { recipient, group: undefined })).toEqual([])
    expect(own({ text }, nobody).map(({ certainty }) => certainty)).toEqual(['sure'])
  })

  test('takes a term without a certainty as sure, whatever Object.prototype has', async () => {
    await whilePolluted('certainty', 'suspected', () => {
      const own = createTermScreener({ terms: [{ term: 'kaffeefahrt*', category: 'spam' }] })
      expect(own({ text: 'Kaffeefahrt' }, nobody)).toHaveLength(1)
    })
  })

  test('takes a term without a certainty as sure', () => {
    const { certainty: _certainty, ...term } = sure
    const other = createTermScreener({ terms: [term] })
    expect(other({ text: 'Kaffeefahrt' }, nobody)).toEqual(screen({ text: 'Kaffeefahrt' }, nobody))
  })

  test('does not find a suspected one alone', () => {
    const suspecting = createTermScreener({ terms: [{ ...sure, certainty: 'suspected' }] })
    expect(suspecting({ text: `${HONEST[0]} Kaffeefahrt` }, nobody)).toEqual([])
  })

  test('has the built-in classifier, and needs no terms', () => {
    const empty = createTermScreener({ terms: [] })
    for (const text of HONEST) expect(empty({ text }, nobody)).toEqual([])
    for (const text of Object.values(PROHIBITED).flat()) {
      const certainties = empty({ text }, nobody).map(({ certainty }) => certainty)
      expect(new Set(certainties)).toEqual(new Set(['suspected']))
    }
  })

  test('is the built-in one with the built-in terms, and can extend them', () => {
    const same = createTermScreener({ terms: PROHIBITED_TERMS })
    const extended = createTermScreener({ terms: [...PROHIBITED_TERMS, sure] })
    for (const text of [...HONEST, ...Object.values(PROHIBITED).flat()]) {
      expect(same({ text }, nobody)).toEqual(screenText(text))
      expect(extended({ text }, nobody)).toEqual(screenText(text))
    }
    expect(extended({ text: `${HONEST[0]} Kaffeefahrt` }, nobody)).toHaveLength(1)
  })

  test('is the same in any order of its terms', () => {
    const reversed = createTermScreener({ terms: [...PROHIBITED_TERMS].reverse() })
    for (const text of Object.values(PROHIBITED).flat()) {
      const index = (evidence: ReturnType<typeof screenText>) => evidence.map((one) => one.index)
      expect(index(reversed({ text }, nobody))).toEqual(index(screenText(text)))
    }
  })

  test('keeps its terms, whatever the caller does to them later', () => {
    const terms: { term: string; category: 'spam' }[] = [{ term: 'Wunderbar', category: 'spam' }]
    const screen = createTermScreener({ terms })
    Object.assign(terms[0] ?? {}, { category: 'other', term: 'x', certainty: 'suspected' })
    terms.push({ term: 'Lieber', category: 'spam' })
    expect(screen({ text: 'Lieber Bernd, wunderbar' }, nobody)).toEqual([
      { category: 'spam', term: 'wunderbar', index: 14, certainty: 'sure' },
    ])
  })
})

describe('a list that cannot be meant is a defect', () => {
  test.each([
    ['terms[1].term must be a string', { ...sure, term: 5 }],
    ['terms[1].certainty must be sure, suspected or undefined', { ...sure, certainty: 'Sure' }],
    ['terms[1].category must be multi-level-marketing or spam', { ...sure, category: 'ham' }],
    [
      "the term '–' must be a word or a phrase, with * only behind words of three letters or more",
      { ...sure, term: '–' },
    ],
  ])('%s', (message, term) => {
    const terms = [sure, term as ProhibitedTerm]
    expect(() => createTermScreener({ terms })).toThrow(new TypeError(message))
  })

  test.each([[{}], [{ terms: 'spam' }], [Object.create({ terms: [] }) as object]])(
    'without a list of terms: %o',
    (lists) => {
      expect(() => createTermScreener(lists as never)).toThrow(
        /^lists\.terms must be a (?:list|property of the options themselves)$/,
      )
    },
  )

  test('with an unknown key', () => {
    const misspelled = { terms: [], term: [] } as TermLists
    expect(() => createTermScreener(misspelled)).toThrow(
      new TypeError('lists.term is unknown; known are terms'),
    )
  })
})

describe('the built-in terms', () => {
  test('are a list that nobody can change', () => {
    expect(Object.isFrozen(PROHIBITED_TERMS)).toBe(true)
    for (const term of PROHIBITED_TERMS) expect(Object.isFrozen(term)).toBe(true)
  })

  test('are of both categories, and only suspected', () => {
    const categories = PROHIBITED_TERMS.map(({ category }) => category)
    expect(new Set(categories)).toEqual(new Set(['multi-level-marketing', 'spam']))
    for (const { certainty } of PROHIBITED_TERMS) expect(certainty).toBe('suspected')
  })

  test('are each there once', () => {
    const terms = PROHIBITED_TERMS.map(({ term }) => term)
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })

  test('are each found as they are written', () => {
    for (const { term, category } of PROHIBITED_TERMS) {
      const written = term.replaceAll('*', '')
      const found = builtInTerms().findIn(wordsIn(written))
      expect(found.map((hit) => [hit.term.term, hit.term.category])).toEqual([[term, category]])
    }
  })

  test('accuse nobody alone, in an honest text', () => {
    for (const { term } of PROHIBITED_TERMS) {
      for (const honest of HONEST) {
        const evidence = screenText(`${honest} ${term.replaceAll('*', '')}`)
        expect(
          evidence.filter(({ certainty }) => certainty === 'sure'),
          term,
        ).toEqual([])
      }
    }
  })

  test('are written so that words are parted by single spaces', () => {
    for (const { term } of PROHIBITED_TERMS) expect(plainPatternOf(term)).toEqual(patternOf(term))
  })

  test('are indexed once', () => {
    expect(builtInTerms()).toBe(builtInTerms())
  })
})

describe('any draft', () => {
  const words = [...Object.values(PROHIBITED), HONEST].flatMap((texts) =>
    texts.flatMap((text) => text.split(/(?<=\s)/)),
  )
  const styled = fc
    .array(fc.constantFrom('𝐏𝐚𝐬𝐬𝐢𝐯𝐞', '𝐈𝐧𝐜𝐨𝐦𝐞', 'Ｇｅｌｄ', '-', '!', '·', 'c4sh', 'MLM'), {
      minLength: 1,
      maxLength: 40,
    })
    .map((parts) => parts.join(''))
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(...words, 'G E L D ', 'p4ssiv ', 'inсоmе '), styled, anyText()),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join(''))
  const draft = fc.record({ text, subject: fc.option(text, { nil: undefined }) })
  const about = fc.record({
    recipient: fc.option(
      fc.array(text, { maxLength: 3 }).map((haves) => aProfile({ haves })),
      { nil: undefined },
    ),
    group: fc.option(fc.record({ name: text }), { nil: undefined }),
  })

  test('has evidence that stands in it, well-formed, in order, and none within another', () => {
    fc.assert(
      fc.property(draft, about, (given, of) => {
        const evidence = screenText(given, of)
        let last = 0
        for (const { term, index, field } of evidence) {
          const value = field === 'subject' ? (given.subject ?? '') : given.text
          expect(term).not.toBe('')
          expect(value.startsWith(term, index)).toBe(true)
          // Only a sign of two units that was cut is half of it.
          if (!/\p{Cs}/u.test(value)) expect(term).not.toMatch(/\p{Cs}/u)
          const place = index + (field === 'subject' ? 0 : 10_000)
          expect(place).toBeGreaterThanOrEqual(last)
          last = place + term.length
        }
        expect(screenText({ ...given }, { ...of })).toEqual(evidence)
      }),
      runs(200),
    )
  })

  test('has the same evidence in any order of the entries of the profile', () => {
    fc.assert(
      fc.property(draft, fc.array(text, { maxLength: 4 }), (given, haves) => {
        const withEntries = (entries: string[]) =>
          screenText(given, { recipient: aProfile({ haves: entries }), group: undefined })
        expect(withEntries([...haves].reverse())).toEqual(withEntries(haves))
      }),
      runs(100),
    )
  })

  test('has the same terms composed and decomposed', () => {
    const plain = fc
      .array(fc.constantFrom(...words.filter((word) => /^[\p{L},.!\s]+$/u.test(word))))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(plain, (given) => {
        const [composed, decomposed] = ['NFC', 'NFD'].map((form) =>
          screenText(given.normalize(form)).map((one) => [
            one.term.normalize('NFC'),
            one.certainty,
          ]),
        )
        expect(decomposed).toEqual(composed)
      }),
      runs(100),
    )
  })
})
