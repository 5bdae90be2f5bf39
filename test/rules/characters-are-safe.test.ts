import { describe, expect, test } from 'vitest'
import { charactersAreSafe } from '../../src/rules/characters-are-safe.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

const judge = (given: { subject?: string; text: string }) =>
  charactersAreSafe(aRequest(), someFacts(), anAnalysis({ given }))

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset)

const TAB = 0x09
const lineBreaks = [0x0a, 0x0d, 0x85, 0x2028, 0x2029]
const controls = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)].filter(
  (codePoint) => codePoint !== TAB && !lineBreaks.includes(codePoint),
)
const bidirectional = [...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]
const noncharacters = [
  ...range(0xfdd0, 0xfdef),
  ...range(0, 16).flatMap((plane) => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]),
]
const unsafe = [...controls, ...bidirectional, ...noncharacters]
// The nearest neighbours, and what the normal form keeps or removes without harm.
const safe = [
  TAB,
  0x20,
  0x7e,
  0xa0,
  0xad,
  0x200b,
  0x200c,
  0x200d,
  0x200e,
  0x200f,
  0x2027,
  0x202f,
  0x2065,
  0x206a,
  0xfdcf,
  0xfdf0,
  0xfe0f,
  0xfeff,
  0xfffd,
  0x1fffd,
  0x20000,
  0xe0061,
  0x10fffd,
]

test('each unsafe code point is denied, in the subject and in the text', () => {
  for (const codePoint of unsafe) {
    const value = `Lieber 😀${String.fromCodePoint(codePoint)}Bernd`
    const denial = { type: 'UnsafeCharacter', index: 9, codePoint }
    expect(judge({ text: value })).toEqual({ ...denial, field: 'text' })
    expect(judge({ subject: value, text: 'Lieber Bernd' })).toEqual({ ...denial, field: 'subject' })
  }
})

test('each neighbour of an unsafe code point is allowed', () => {
  for (const codePoint of safe) {
    const value = `Lieber ${String.fromCodePoint(codePoint)}Bernd`
    expect(judge({ subject: value, text: value })).toBeUndefined()
  }
})

test('a line break is allowed in the text, and denied in the subject', () => {
  for (const codePoint of lineBreaks) {
    const value = `Lieber${String.fromCodePoint(codePoint)}Bernd`
    expect(judge({ text: value })).toBeUndefined()
    expect(judge({ subject: value, text: 'Lieber Bernd' })).toEqual({
      type: 'UnsafeCharacter',
      field: 'subject',
      index: 6,
      codePoint,
    })
  }
})

describe('surrogates', () => {
  test.each([
    ['a lone high one', 'a\ud83d', { index: 1, codePoint: 0xd83d }],
    ['a lone low one', 'a\ude00', { index: 1, codePoint: 0xde00 }],
    ['two in the wrong order', '\ude00\ud83d', { index: 0, codePoint: 0xde00 }],
    ['a pair', 'a\ud83d\ude00', undefined],
  ])('%s', (_case, text, found) => {
    expect(judge({ text })).toEqual(found && { type: 'UnsafeCharacter', field: 'text', ...found })
  })
})

test('the index points into the draft as given, not as normalised', () => {
  expect(judge({ text: '  \u200bLieber\u0000 Bernd' })).toMatchObject({ index: 9 })
})

test('of several, the denial has the first, in the subject before the text', () => {
  expect(judge({ text: 'a\u0001\u0002' })).toMatchObject({ field: 'text', codePoint: 1 })
  expect(judge({ subject: 'abc\u0003', text: '\u0001' })).toMatchObject({
    field: 'subject',
    codePoint: 3,
  })
})
