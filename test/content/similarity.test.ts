import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { similarityOf } from '../../src/content/similarity.js'

/** A fingerprint of so many pairs. */
const ofPairs = (count: number, letter = 'a') =>
  fingerprintText(Array.from({ length: count + 1 }, (_, index) => letter + String(index)).join(' '))

test('the share of pairs that both have', () => {
  expect(similarityOf(ofPairs(10), ofPairs(10), 0)).toBe(1)
  expect(similarityOf(ofPairs(10), ofPairs(10, 'b'), 0)).toBe(0)
  expect(similarityOf(ofPairs(10), ofPairs(30), 0)).toBe(0.5)
  expect(similarityOf(ofPairs(30), ofPairs(10), 0)).toBe(0.5)
})

test('is 0 below the threshold', () => {
  expect(similarityOf(ofPairs(14), ofPairs(26), 0.7)).toBe(0.7)
  expect(similarityOf(ofPairs(14), ofPairs(26), 0.71)).toBe(0)
  expect(similarityOf(ofPairs(40), ofPairs(40, 'b'), 0.7)).toBe(0)
})

test('a text that continues where the other ends is not taken for a longer one', () => {
  const [one, other] = [
    '1.----000011112222333344445555666677778888',
    '1.----000011112222333344445555666677778888zzzz',
  ]
  expect(similarityOf(one, other, 0)).toBeCloseTo(20 / 21)
  expect(similarityOf(other, one, 0)).toBeCloseTo(20 / 21)
})

test('shared pairs count behind as many others as there may be', () => {
  const shared = 'zzz0zzz1zzz2zzz3zzz4'
  expect(
    similarityOf(`1.aaa0aaa1aaa2aaa3aaa4${shared}`, `1.bbb0bbb1bbb2bbb3bbb4${shared}`, 0.5),
  ).toBe(0.5)
})

describe('is 0', () => {
  const comparable = ofPairs(12)

  test.each([
    ['fewer than ten pairs', ofPairs(9)],
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
