import { fingerprintText } from 'group-invitations/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningsIn, mostShared, similarityTo } from '../../src/content/similarity.js'
import { aProfile } from '../support/builders.js'
import { runs } from '../support/runs.js'

const similarityOf = (one: string, other: string, threshold: number) =>
  similarityTo(one, threshold)(other)

/** A fingerprint of so many pairs: the beginning and the end are in one each. */
const ofPairs = (count: number, letter = 'a') =>
  fingerprintText(Array.from({ length: count - 1 }, (_, index) => letter + String(index)).join(' '))

test('the share of pairs that both have', () => {
  expect(similarityOf(ofPairs(12), ofPairs(12), 0)).toBe(1)
  expect(similarityOf(ofPairs(12), ofPairs(12, 'b'), 0)).toBe(0)
  expect(similarityOf(ofPairs(13), ofPairs(35), 0)).toBe(0.5)
  expect(similarityOf(ofPairs(35), ofPairs(13), 0)).toBe(0.5)
})

test('is 0 below the threshold', () => {
  expect(similarityOf(ofPairs(15), ofPairs(25), 0.7)).toBe(0.7)
  expect(similarityOf(ofPairs(15), ofPairs(25), 0.71)).toBe(0)
  expect(similarityOf(ofPairs(40), ofPairs(40, 'b'), 0.7)).toBe(0)
})

test('a text that continues where the other ends is not taken for a longer one', () => {
  const [one, other] = [
    '1.----0000111122223333444455556666777788889999AAAA',
    '1.----0000111122223333444455556666777788889999AAAAzzzz',
  ]
  expect(similarityOf(one, other, 0)).toBeCloseTo(24 / 25)
  expect(similarityOf(other, one, 0)).toBeCloseTo(24 / 25)
})

test('shared pairs count behind as many others as there may be', () => {
  const shared = 'zzz0zzz1zzz2zzz3zzz4zzz5'
  expect(
    similarityOf(`1.aaa0aaa1aaa2aaa3aaa4aaa5${shared}`, `1.bbb0bbb1bbb2bbb3bbb4bbb5${shared}`, 0.5),
  ).toBe(0.5)
})

describe('of fewer than 12 pairs', () => {
  test.each([2, 3, 11])('equal ones are copies: %i', (pairs) => {
    expect(similarityOf(ofPairs(pairs), ofPairs(pairs), 1)).toBe(1)
  })

  test('others are not compared, whichever of the two is the short one', () => {
    expect(similarityOf(ofPairs(11), ofPairs(12), 0)).toBe(0)
    expect(similarityOf(ofPairs(12), ofPairs(11), 0)).toBe(0)
    expect(similarityOf(ofPairs(10), ofPairs(11), 0)).toBe(0)
    expect(similarityOf(ofPairs(12), ofPairs(13), 0)).toBe(22 / 25)
  })
})

test('different texts with the same closing line are no copies', () => {
  const closing = 'Ich würde mich sehr freuen und grüße dich, Karla'
  const fingerprints = [
    `Spielst du noch Schach, Bernd?\n${closing}`,
    `Am Montag ist Stammtisch, Clara!\n${closing}`,
    `Dein Vortrag war großartig, Deniz.\n${closing}`,
  ].map((text) =>
    fingerprintText(text, aProfile({ displayName: /, (\p{L}+)/u.exec(text)?.[1] ?? '' })),
  )
  const [one = '', two = '', three = ''] = fingerprints
  expect(similarityOf(one, two, 0.7)).toBe(0)
  expect(similarityOf(one, three, 0.7)).toBe(0)
  expect(similarityOf(two, three, 0.7)).toBe(0)
  expect(similarityOf(one, one, 0.7)).toBe(1)
})

describe('is 0', () => {
  const comparable = ofPairs(12)

  test.each([
    ['an empty fingerprint', '1.'],
    ['another version', `2.${comparable.slice(2)}`],
    ['a fingerprint that was cut', comparable.slice(0, -1)],
    ['an empty string', ''],
    ['something else', 'Lieber Bernd, ich lade dich ein, komm doch vorbei!'],
  ])('with %s', (_case, other) => {
    expect(similarityOf(comparable, other, 0)).toBe(0)
    expect(similarityOf(other, comparable, 0)).toBe(0)
    expect(similarityOf(other, other, 0)).toBe(0)
  })
})

test('pairs that only begin alike are not shared', () => {
  const unlike = 'aaa0aab0aac0aad0aae0aaf0aag0aah0aai0aaj0aak0aal0'
  expect(similarityOf(`1.${unlike}`, `1.${unlike.replaceAll('0', '1')}`, 0.5)).toBe(0)
  const alike = `1.${unlike.slice(0, -20)}${unlike.slice(-20).replaceAll('0', '1')}`
  expect(similarityOf(`1.${unlike}`, alike, 0.5)).toBe(14 / 24)
  expect(similarityOf(`1.${unlike}`, alike, 0.6)).toBe(0)
})

describe('the most pairs that two may share', () => {
  const beginnings = beginningsIn('1.-a00Ab00_c00zz00')

  test.each([
    ['all: the same', '1.-a00Ab00_c00zz00', 4],
    ['all: they begin alike', '1.-a11Ab11_c11zz11', 4],
    ['those that begin alike', '1.-a11bA00zz11', 2],
    ['none: either digit is another', '1.-b00Ba00zA00az00', 0],
    ['the last one', '1.--00--11zz00', 1],
  ])('%s', (_case, other, most) => {
    expect(mostShared(other, (other.length - 2) / 4, beginnings, 0)).toBe(most)
  })

  test('are not counted once they are too few', () => {
    expect(mostShared('1.0000111122223333', 4, beginnings, 3)).toBe(2)
    expect(mostShared('1.0000111122223333', 4, beginnings, 2.5)).toBe(2)
    expect(mostShared('1.0000111122223333', 4, beginnings, 5)).toBe(4)
  })
})

test('it is the share of common pairs, however many are alike in their beginnings', () => {
  const pair = fc.tuple(fc.constantFrom('aa', 'aq', '-a', '1_'), fc.constantFrom('aa', 'ab', '_z'))
  const pairs = fc.uniqueArray(
    pair.map(([beginning, end]) => beginning + end),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(pairs, pairs, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, least) => {
      const all = (items: string[]) => [...items, 'zzz1', 'zzz2', 'zzz3'].sort()
      const common = all(one).filter((item) => all(other).includes(item)).length
      const dice = (2 * common) / (one.length + other.length + 6)
      const isLong = Math.min(one.length, other.length) + 3 >= 12
      const [first, second] = [`1.${all(one).join('')}`, `1.${all(other).join('')}`]
      const expected = first === second ? 1 : isLong && dice >= least ? dice : 0
      expect(similarityOf(first, second, least)).toBe(expected)
    }),
    runs(500),
  )
})
