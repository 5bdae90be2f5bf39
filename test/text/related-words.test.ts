import fc from 'fast-check'
import { expect, test } from 'vitest'
import { relatedByIndex, relatedWords } from '../../src/text/related-words.js'
import { resembles } from '../../src/text/resembles.js'
import { runs } from '../support/runs.js'

const starts = [
  '',
  'aaaa',
  'aaab',
  'aaaaa',
  'aaabb',
  'aaaaaa',
  'aaaaaaa',
  'abcd',
  'abcdef',
  'abcdefg',
]
const endings = [
  '',
  'n',
  's',
  'er',
  'ern',
  'innen',
  'ung',
  'ungen',
  'lich',
  'ist',
  'zeitig',
  'stoff',
]
const someWords = () =>
  fc
    .array(
      fc
        .array(fc.constantFrom(...starts, ...endings, 'a', 'b', 'bbb', 'werken'), { maxLength: 5 })
        .map((parts) => parts.join('')),
      { maxLength: 12 },
    )
    .map((words) => new Set(words))

test('the words that resemble one of the others, by comparing each with each and by index', () => {
  fc.assert(
    fc.property(someWords(), someWords(), (words, others) => {
      const related = [...words].filter((word) =>
        [...others].some((other) => resembles(word, other)),
      )
      expect([...relatedWords(words, others)]).toEqual(related)
      expect([...relatedByIndex(words, others)]).toEqual(related)
    }),
    runs(5_000),
  )
})

test('more than 10,000 pairs of words', () => {
  const words = new Set(['vertrieb', 'recht', 'pflege', 'restaurieren', 'yoga'])
  const others = ['vertriebsleiter', 'rechteck', 'altenpflege', 'mobelrestaurierung']
  const many = Array.from({ length: 4_000 }, (_, index) => `vert${index}`)
  expect([...relatedWords(words, new Set([...many, ...others]))]).toEqual([
    'vertrieb',
    'pflege',
    'restaurieren',
  ])
})
