import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointName, countBytes, countCodePoints, isPair } from '../../src/text/code-points.js'
import { anyText } from '../support/arbitraries.js'
import { runs } from '../support/runs.js'

const RUNS = runs(5_000)

test('bytes are as many as an encoder writes', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(countBytes(text)).toBe(encoder.encode(text).length)
    }),
    RUNS,
  )
})

test.each([
  ['\u007f', 1],
  ['\u0080', 2],
  ['\u07ff', 2],
  ['\u0800', 3],
  ['\uffff', 3],
  ['\u{10000}', 4],
])('%o takes %i bytes', (character, bytes) => {
  expect(countBytes(character)).toBe(bytes)
})

test('code points are as many as iterating gives', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(countCodePoints(text)).toBe(Array.from(text).length)
    }),
    RUNS,
  )
})

test.each([
  ['😀', 0, true],
  ['😀', 1, false],
  ['\ud83da', 0, false],
  ['a', 0, false],
  ['\uffff', 0, false],
  ['\u{10000}', 0, true],
  ['a', 1, false],
])('%o at %i begins a pair: %s', (text, index, expected) => {
  expect(isPair(text, index)).toBe(expected)
})

test.each([
  [0x0, 'U+0000'],
  [0x202e, 'U+202E'],
  [0x1f600, 'U+1F600'],
])('%i is written as Unicode writes it', (codePoint, name) => {
  expect(codePointName(codePoint)).toBe(name)
})
