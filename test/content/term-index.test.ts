import { describe, expect, test } from 'vitest'
import { TermIndex, termsIn } from '../../src/content/term-index.js'
import { wordsIn } from '../../src/text/words.js'

const found = (text: string, ...terms: string[]) =>
  new TermIndex(terms.map((term) => ({ term })))
    .findIn(wordsIn(text))
    .map(({ term, index, end }) => [term.term, text.slice(index, end)])

test.each([
  ['a word, in any case', 'Downline', 'Meine DOWNLINE', [['Downline', 'DOWNLINE']]],
  [
    'a phrase, over any punctuation',
    'free spins',
    'Get FREE-spins!',
    [['free spins', 'FREE-spins']],
  ],
  [
    'a phrase in one word',
    'network-marketing',
    'Im Networkmarketing',
    [['network-marketing', 'Networkmarketing']],
  ],
  [
    'an open ending',
    'passiv* einkommen*',
    'passives Einkommens',
    [['passiv* einkommen*', 'passives Einkommens']],
  ],
  [
    'an open ending at the end of one word',
    'trading bot*',
    'Tradingbots',
    [['trading bot*', 'Tradingbots']],
  ],
  [
    'umlauts in either spelling',
    'unabhängig*',
    'UNABHAENGIGKEIT',
    [['unabhängig*', 'UNABHAENGIGKEIT']],
  ],
  ['a sign', '% gratis', '100 % gratis', [['% gratis', '% gratis']]],
  [
    'each place',
    'boss',
    'Boss and boss',
    [
      ['boss', 'Boss'],
      ['boss', 'boss'],
    ],
  ],
])('finds %s', (_case, term, text, hits) => {
  expect(found(text, term)).toEqual(hits)
})

test('a phrase that begins with a short word is found in one word too, and by the same term', () => {
  const index = new TermIndex(['my team', 'a b', 'ab cd'].map((term) => ({ term })))
  const hits = (text: string) => index.findIn(wordsIn(text)).map(({ term }) => term.term)
  expect(hits('My team, Myteam, my-team')).toEqual(['my team', 'my team', 'my team'])
  expect(hits('ab, a b, abcd, ab cd')).toEqual(['a b', 'a b', 'ab cd', 'ab cd'])
  expect(hits('myteams my teams a abc')).toEqual([])
})

test('of several at one place the longest is found, and its words are spent', () => {
  expect(found('be your own boss', 'be', 'own boss', 'be your own boss', 'boss')).toEqual([
    ['be your own boss', 'be your own boss'],
  ])
})

test('of several of one length the first of the list is found', () => {
  expect(found('Networker', 'networker', 'network*', 'networ*')).toEqual([
    ['networker', 'Networker'],
  ])
  expect(found('Networker', 'net*', 'networ*', 'networker')).toEqual([['net*', 'Networker']])
  expect(found('free spins', 'free spin*', 'free* spins', 'free')).toEqual([
    ['free spin*', 'free spins'],
  ])
  expect(found('freespins', 'free-spins', 'freespins')).toEqual([['free-spins', 'freespins']])
})

test('a phrase that ends too early leaves the shorter one', () => {
  expect(found('be your own', 'be', 'be your own boss', 'be you*')).toEqual([
    ['be you*', 'be your'],
  ])
})

test.each([
  ['a part of a word', 'boss', 'Bossa nova'],
  ['an unfinished phrase', 'free spins', 'it is free'],
  ['a phrase in another order', 'free spins', 'spins free'],
  ['one word of a phrase with an open ending', 'passiv* einkommen*', 'passiveinkommen'],
])('does not find %s', (_case, term, text) => {
  expect(found(text, term)).toEqual([])
})

describe('a term that cannot be found is a defect', () => {
  test.each(['', '*', 'ab*', 'new ab*', '–', 'kaffee*fahrt'])('%j', (term) => {
    expect(() => new TermIndex([{ term }])).toThrow(
      new TypeError(
        `the term '${term}' must be a word or a phrase, with * only behind words of three letters or more`,
      ),
    )
  })
})

test('an ending that is open before the last word is not open within one word', () => {
  expect(found('Kaffeefahrten', 'kaffee* fahrt')).toEqual([])
})

test('a phrase in one word ends where its last word ends', () => {
  expect(found('Networkmarketingfirma', 'network marketing')).toEqual([])
})

test('a hit has the words of its place', () => {
  const words = wordsIn('Be your own boss')
  const [hit] = new TermIndex([{ term: 'own boss' }]).findIn(words)
  expect(hit?.words).toEqual(words.slice(2))
  expect(hit?.words[0]).toBe(words[2])
})

test('a list of terms is a text with commas', () => {
  expect(termsIn('\n  free spins,own boss ,\n  casino*  \n')).toEqual([
    'free spins',
    'own boss',
    'casino*',
  ])
})
