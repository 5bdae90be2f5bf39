import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOf, hashOfPair, hashOfPart } from '../../src/text/hash.js'
import { runs } from '../support/runs.js'

describe('the hash of a word', () => {
  // The vectors of the authors of FNV-1a, for texts of ASCII.
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
  ])('%j', (word, hash) => {
    expect(hashOf(word) >>> 0).toBe(hash)
  })

  test('depends on each letter and on their order', () => {
    const hashes = ['ab', 'ba', 'aab', 'abb', 'äb', 'ab ', '\u0161b'].map(hashOf)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the hash of a part of a word', () => {
  test('is that of the part as a word', () => {
    expect(hashOfPart('foobar', 3, 6)).toBe(hashOf('bar'))
    expect(hashOfPart('foobar', 0, 3)).toBe(hashOf('foo'))
    expect(hashOfPart('foobar', 0, 9)).toBe(hashOf('foobar'))
    expect(hashOfPart('foobar', 6, 6)).toBe(hashOf(''))
  })

  test('goes on with the hash of what stands before', () => {
    expect(hashOfPart('foobar', 3, 6, hashOf('foo'))).toBe(hashOf('foobar'))
    expect(hashOfPart('foo', 3, 6, hashOf('foo'))).toBe(hashOf('foo'))
  })
})

describe('the hash of a pair', () => {
  // Computed elsewhere, with integers of any size.
  test('is always the same', () => {
    expect(hashOfPair(0, 0)).toBe(0)
    expect(hashOfPair(1, 2) >>> 0).toBe(0x9d8920c1)
    expect(hashOfPair(-1, 0x7fffffff) >>> 0).toBe(0x8bc5ab19)
  })

  test('depends on both and on their order', () => {
    expect(hashOfPair(1, 2)).not.toBe(hashOfPair(2, 1))
    expect(hashOfPair(0, 2)).not.toBe(hashOfPair(1, 2))
  })

  test('is well mixed: no part of its bits says more than another', () => {
    const counts = new Array<number>(64).fill(0)
    for (let at = 0; at < 6_400; at += 1) {
      const hash = hashOfPair(0, hashOf(`word${at}`))
      counts[hash >>> 26] = (counts[hash >>> 26] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(50)
    expect(Math.max(...counts)).toBeLessThan(150)
  })

  test('is a whole number of 32 bits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (word, other) => {
        for (const hash of [hashOf(word) >>> 0, hashOfPair(hashOf(word), other)]) {
          expect(Number.isInteger(hash)).toBe(true)
          expect(Math.abs(hash)).toBeLessThan(2 ** 32)
        }
      }),
      runs(200),
    )
  })
})
