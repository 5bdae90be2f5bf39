import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visitFeatures } from '../../src/text/features.js'
import { hashOf } from '../../src/text/hash.js'
import { runs } from '../support/runs.js'

function featuresOf(words: readonly string[]) {
  const features: { readonly hash: number; readonly at: number }[] = []
  const count = visitFeatures(words, (hash, at) => void features.push({ hash, at }))
  expect(count).toBe(features.length)
  return features
}

const hashes = (...words: string[]) => featuresOf(words).map(({ hash }) => hash)
const common = (one: string, other: string) => {
  const ofOther = new Set(hashes(other))
  return hashes(one).filter((hash) => ofOther.has(hash)).length
}

describe('a word has', () => {
  test.each([
    ['one feature if it is short', 'geld', 1],
    ['also its beginning from five letters on', 'bonus', 2],
    ['no ending with eight letters', 'abcdefgh', 2],
    ['also its ending from nine letters on', 'abcdefghi', 3],
  ])('%s', (_case, word, count) => {
    expect(hashes(word)).toHaveLength(count)
  })
})

describe('in common have', () => {
  test.each([
    ['nothing: two short words', 'geld', 'gold', 0],
    ['nothing: a word of four letters and a longer one', 'geld', 'geldes', 0],
    ['nothing: a word of five letters and its own beginning in a longer one', 'geldb', 'geld', 0],
    ['all: a word and itself', 'bonus', 'bonus', 2],
    ['the beginning: five letters', 'bonus', 'bonusse', 1],
    ['nothing: four letters at the beginning', 'bonus', 'bonuw', 0],
    ['word and beginning: seven letters', 'verdienst', 'verdienen', 2],
    ['the beginning: six letters', 'verdienst', 'verdiebt', 1],
    ['the ending: the head of compounds', 'nebeneinkommen', 'zusatzeinkommen', 1],
    ['nothing: five letters at the end', 'abcdefxommen', 'fghijkyommen', 0],
    ['nothing: an ending and a word', 'nebeneinkommen', 'kommen', 0],
  ])('%s', (_case, one, other, count) => {
    expect(common(one, other)).toBe(count)
    expect(common(other, one)).toBe(count)
  })
})

describe('numbers count by their size alone', () => {
  test.each([
    ['one and two digits', '5', '99', 1],
    ['three digits and more', '500', '10000', 1],
    ['not two and three digits', '99', '100', 0],
    ['digits inside words', 'b2b', 'b12b', 1],
    ['several numbers in a word', 'a1b22', 'a3b4', 1],
    ['a word of one letter and a number', 'a1', 'b1', 0],
    ['not a number and nothing', 'b2b', 'bb', 0],
    ['not a long number and nothing', 'b100b', 'bb', 0],
  ])('%s', (_case, one, other, count) => {
    expect(common(one, other)).toBe(count)
  })
})

test('a pair of neighbours is a feature, in this order', () => {
  const inOrder = hashes('a', 'b')
  expect(inOrder).toHaveLength(3)
  expect(hashes('b', 'a').filter((hash) => inOrder.includes(hash))).toHaveLength(2)
  expect(hashes('a', 'x', 'b').filter((hash) => inOrder.includes(hash))).toHaveLength(2)
})

test('a pair is known by the first seven letters of both', () => {
  const pair = hashes('verdienst', 'einkommen').at(-1)
  expect(hashes('verdienen', 'einkommt')).toContain(pair)
})

test('each feature is there once, at its first word, and a pair at its second', () => {
  const places = featuresOf(['geld', 'gold', 'geld', 'gold']).map(({ at }) => at)
  expect(places).toEqual([0, 1, 1, 2])
})

test('a feature whose hash is 0 is there once as well', () => {
  const word = 'xjeo嵛'
  expect(hashOf(word)).toBe(0)
  expect(hashes(word)).toHaveLength(2)
  // A pair with it is not told from the other word alone.
  expect(hashes(word, 'geld', word)).toHaveLength(4)
})

test('a very long text has all of its features', () => {
  const letters = Array.from('abcdefghijklm')
  // Words of three letters: each has itself and, except for the first, the pair with the word before.
  const words = letters.flatMap((one) =>
    letters.flatMap((two) => letters.map((three) => one + two + three)),
  )
  expect(hashes(...words)).toHaveLength(2 * words.length - 1)
})

test('without words there are none', () => {
  expect(featuresOf([])).toEqual([])
})

test('the places are those of words, and the same words always have the same features', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (words) => {
      const features = featuresOf(words)
      expect(featuresOf([...words])).toEqual(features)
      expect(new Set(features.map(({ hash }) => hash)).size).toBe(features.length)
      for (const { at } of features) expect(at in words).toBe(true)
    }),
    runs(200),
  )
})
