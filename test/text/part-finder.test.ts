import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findParts, PartFinder } from '../../src/text/part-finder.js'
import { runs } from '../support/runs.js'

const some = (maxLength: number) =>
  fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength }), {
    maxLength: 8,
  })

test('the parts that are in a word', () => {
  fc.assert(
    fc.property(some(5), some(12), (parts, words) => {
      const isIn = (part: string) => words.some((word) => word.includes(part))
      expect(findParts(parts, words)).toEqual(new Set(parts.filter(isIn)))
      const finder = new PartFinder(parts)
      for (const word of words) {
        expect(finder.isAnyIn(word)).toBe(parts.some((part) => word.includes(part)))
      }
    }),
    runs(2_000),
  )
})

test('more parts than are looked for at once', () => {
  const parts = Array.from({ length: 10_000 }, (_, index) => `part${index}`)
  expect(findParts(parts, ['xpart0x', 'part9999'])).toEqual(
    new Set(['part0', 'part9', 'part99', 'part999', 'part9999']),
  )
})

test('without parts or words none is found', () => {
  expect(findParts([], ['a'])).toEqual(new Set())
  expect(findParts(['a'], [])).toEqual(new Set())
  expect(new PartFinder([]).isAnyIn('a')).toBe(false)
})
