import { describe, expect, test } from 'vitest'
import { onLines, onOneLine } from '../../src/messages/lines.js'

const lineBreaks = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029']

describe('on one line', () => {
  test.each([...lineBreaks, '\t', ' ', '   ', '\r\n\t\n'])('%j is a space', (gap) => {
    expect(onOneLine(`${gap}Anna${gap}Schmidt${gap}`)).toBe('Anna Schmidt')
  })

  test('a space beside what is removed is one too', () => {
    expect(onOneLine('Anna \u0007 Schmidt')).toBe('Anna Schmidt')
  })

  test('white space of other kinds stays', () => {
    expect(onOneLine('Anna\u00a0\u3000Schmidt')).toBe('Anna\u00a0\u3000Schmidt')
  })
})

describe('on its lines', () => {
  test.each(lineBreaks)('%j is a line feed', (lineBreak) => {
    expect(onLines(`a${lineBreak}${lineBreak} b `)).toBe('a\n\n b ')
  })
})

describe('what deceives', () => {
  test.each([
    ...['\u0000', '\u0007', '\u001b', '\u007f', '\u009b'],
    ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
  ])('%j goes', (character) => {
    expect(onOneLine(`a${character}b`)).toBe('ab')
    expect(onLines(`a${character}b`)).toBe('ab')
  })

  test.each(['\ud800', '\udc00', '\ufffe', '\ufdd0', '\u{1ffff}'])(
    '%j is replaced',
    (character) => {
      expect(onOneLine(`a${character}b`)).toBe('a\ufffdb')
      expect(onLines(`a${character}b`)).toBe('a\ufffdb')
    },
  )

  test('two halves do not become a whole by what goes between them', () => {
    expect(onLines('\ud83d\u202e\ude00')).toBe('\ufffd\ufffd')
  })

  test.each([
    '\u200e',
    '\u200f',
    '\u200d',
    '\u00ad',
    '😀',
    'a\u0301',
    '\u2065',
    '\u206a',
    '\u2027',
  ])('%j is none of it', (character) => {
    expect(onLines(`a${character}b`)).toBe(`a${character}b`)
  })
})
