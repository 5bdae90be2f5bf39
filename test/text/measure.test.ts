import {
  measureSubject,
  measureText,
  normalizeText,
  TEXT_CHARACTER_LIMIT,
} from 'group-invitations/form'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { excessOf } from '../../src/text/measure.js'
import { anyText } from '../support/arbitraries.js'
import { FAMILY, HEAVY, textOfBytes } from '../support/texts.js'
import { runs } from '../support/runs.js'

test.each([
  ['nothing', '', 0, undefined],
  ['500 letters', 'ß'.repeat(500), 500, undefined],
  ['501 letters', 'ß'.repeat(501), 501, 'characters'],
  ['500 letters among white space', `\n ${'ß'.repeat(500)} \n`, 500, undefined],
  ['500 letters, decomposed', 'u\u0308'.repeat(500), 500, undefined],
  ['500 letters and soft hyphens', 'a\u00ad'.repeat(500), 500, undefined],
  ['250 CRLF lines', 'a\r\n'.repeat(250), 499, undefined],
  ['invisible characters', '\u200d\u3164', 0, undefined],
  ['5,000 bytes', textOfBytes(5_000), 102, undefined],
  ['5,001 bytes', textOfBytes(5_001), 103, 'bytes'],
  ['a character of 33 code points', `${HEAVY}\u0301`, 1, 'codePointsPerCharacter'],
  ['501 families', FAMILY.repeat(501), 501, 'characters'],
  ['a million accents', '\u0301'.repeat(1e6), 1e6, 'bytes'],
])('a text: %s', (_case, text, characters, tooLong) => {
  const remaining = 500 - characters
  expect(measureText(text)).toEqual({ characters, limit: 500, remaining, tooLong })
})

test.each([
  ['nothing', '', 0, undefined],
  ['120 letters', 'ß'.repeat(120), 120, undefined],
  ['121 letters', 'ß'.repeat(121), 121, 'characters'],
])('a subject: %s', (_case, subject, characters, tooLong) => {
  const remaining = 120 - characters
  expect(measureSubject(subject)).toEqual({ characters, limit: 120, remaining, tooLong })
})

test('without Intl.Segmenter code points are held to the limit', () => {
  vi.stubGlobal('Intl', {})
  expect(measureText('ب'.repeat(500)).tooLong).toBeUndefined()
  expect(measureText('ب'.repeat(501)).tooLong).toBe('characters')
})

test('a text is above a limit if and only if its measure says so', () => {
  fc.assert(
    fc.property(anyText(), fc.integer({ min: 1, max: 60 }), (text, times) => {
      const normalized = normalizeText(text.repeat(times))
      const excess = excessOf(normalized, TEXT_CHARACTER_LIMIT)
      expect(excess?.unit).toBe(measureText(normalized).tooLong)
    }),
    runs(200),
  )
})

test.each([
  ['15 marks', `a${'\u0301'.repeat(15)}`],
  ['16 marks', `a${'\u0301'.repeat(16)}`],
  ['31 marks', `a${'\u0301'.repeat(31)}`],
  ['16 signs joined by 15', Array.from({ length: 16 }, () => '©').join('\u200d')],
  ['17 signs joined by 16', Array.from({ length: 17 }, () => '©').join('\u200d')],
])('a character of at most 32 code points, or of more: %s', (_case, character) => {
  const codePoints = Array.from(character).length
  const excess = excessOf(`Hallo ${character}!`, TEXT_CHARACTER_LIMIT)
  expect(excess?.unit).toBe(codePoints > 32 ? 'codePointsPerCharacter' : undefined)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a text that surely fits is not segmented', () => {
  /** How often a text is segmented to find its excess. */
  function segmentings(text: string): number {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    excessOf(text, TEXT_CHARACTER_LIMIT)
    return segment.mock.calls.length
  }

  test.each([
    ['as many units as there may be characters', `😀${'a'.repeat(498)}`, 0],
    ['one more', `😀${'a'.repeat(499)}`, 2],
    ['15 code points that could join', '😀'.repeat(15), 0],
    ['16 of them', '😀'.repeat(16), 1],
    ['ordinary words, however long', 'Grüße '.repeat(1_000), 0],
  ])('%s', (_case, text, times) => {
    expect(segmentings(text)).toBe(times)
  })

  test('a text of 1,667 units may have too many bytes, a shorter one cannot', () => {
    expect(excessOf('漢'.repeat(1_666), 2_000)).toBeUndefined()
    expect(excessOf('漢'.repeat(1_667), 2_000)).toEqual({
      length: 5_001,
      limit: 5_000,
      unit: 'bytes',
    })
  })
})
