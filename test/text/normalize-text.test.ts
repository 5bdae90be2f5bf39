import fc from 'fast-check'
import { normalizeText } from 'group-invitations/form'
import { describe, expect, test } from 'vitest'
import { anyText } from '../support/arbitraries.js'
import { normalizeClosely } from '../../src/text/normalize-text.js'
import { runs } from '../support/runs.js'

test.each([
  ['plain text stays', 'Lieber Bernd,\nkomm!', 'Lieber Bernd,\nkomm!'],
  ['outer white space goes', ' \n\t\u00a0\u3000Lieber Bernd \r\n ', 'Lieber Bernd'],
  ['inner white space stays', 'a \u00a0 b\n\n\nc', 'a \u00a0 b\n\n\nc'],
  ['every line break is one LF', 'a\r\nb\rc\nd\u0085e\u2028f\u2029g', 'a\nb\nc\nd\ne\nf\ng'],
  ['CR LF CR is two', 'a\r\n\rb', 'a\n\nb'],
  ['a line break at the end goes', 'a\u0085', 'a'],
  ['a TAB is a space', 'a\tb\t\tc', 'a b  c'],
  ['decomposed letters are composed', 'Mu\u0308ller, Nguye\u0302\u0303n', 'Müller, Nguyễn'],
  ['the Ångström sign is a letter', '\u212b', 'Å'],
  ['invisible characters go', 'a\u00adb\u180ec\u200bd\u2060e\ufefff', 'abcdef'],
  ['what an invisible character has kept apart is composed', 'u\u200b\u0308', 'ü'],
  ['white space behind an invisible character goes', '\u200b a \ufeff', 'a'],
  [
    'joiners, variation selectors and direction marks stay',
    'a\u200d\u200c\ufe0f\u200e\u200fb',
    'a\u200d\u200c\ufe0f\u200e\u200fb',
  ],
  ['compatibility characters stay', 'ﬁ ½ ①', 'ﬁ ½ ①'],
  ['unsafe characters stay, to be denied', 'a\u0000\u202e\ud800b', 'a\u0000\u202e\ud800b'],
])('%s', (_case, text, normalized) => {
  expect(normalizeText(text)).toBe(normalized)
})

test.each([
  ['nothing', ''],
  ['white space', ' \t\r\n\u00a0\u2003\u3000'],
  ['removed characters', '\u200b\u00ad\ufeff'],
  ['joiners', '\u200d\u200c'],
  ['direction marks', '\u200e\u200f\u061c'],
  ['variation selectors', '\ufe0f\u{e0100}'],
  ['Hangul fillers and a combining joiner', '\u3164\u115f\uffa0\u034f'],
  ['tags', '\u{e0061}\u{e007f}'],
  ['a blank Braille cell', '\u2800'],
  ['control characters', '\u0000\u001b\u009f'],
  ['annotation marks and a note without a head', '\ufff9\ufffa\ufffb\u{1d159}'],
  ['all of these among white space', ' \u200d \u3164\n\u2800 '],
])('a text of invisible characters alone is empty: %s', (_case, text) => {
  expect(normalizeText(text)).toBe('')
})

test('one visible character is enough', () => {
  expect(normalizeText('\u200d.\u3164')).toBe('\u200d.\u3164')
})

describe('far above every limit', () => {
  test('a text that still has more than 7,500 units is not composed', () => {
    const longest = 'u\u0308'.repeat(3_750)
    expect(normalizeText(` ${longest} `)).toBe('ü'.repeat(3_750))
    expect(normalizeText(` ${longest}\r\nu\u00ad `)).toBe(`${longest}\nu`)
  })

  test('removed characters do not count', () => {
    expect(normalizeText('\u200b'.repeat(99_999) + 'u\u0308')).toBe(
      '\u200b'.repeat(99_999) + 'u\u0308',
    )
    expect(normalizeText('\u200b'.repeat(99_998) + 'u\u0308')).toBe('ü')
    expect(normalizeText(`\u200b${' '.repeat(8_000)}Hallo`)).toBe('Hallo')
    expect(normalizeText('\u200b'.repeat(8_000))).toBe('')
  })

  test('a run of 64 marks is not composed, and what is beside it is', () => {
    const marks = '\u0323\u0301'.repeat(32)
    expect(normalizeText(`u\u0308 u${marks} u\u0308`)).toBe(`ü u${marks} ü`)
    expect(normalizeText(`u${marks.slice(1)}`)).toBe(`u${marks.slice(1)}`.normalize('NFC'))
  })

  test('a text of more than 100,000 units is only trimmed', () => {
    expect(normalizeText(` ${'u\u0308\r\n'.repeat(25_001)} `)).toBe(
      'u\u0308\r\n'.repeat(25_001).trim(),
    )
  })
})

test('normalising twice equals normalising once', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const once = normalizeText(text)
      expect(normalizeText(once)).toBe(once)
    }),
    runs(20_000),
  )
})

test('the result is in NFC, and has no outer white space', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const normalized = normalizeText(text)
      expect(normalized.normalize('NFC')).toBe(normalized)
      expect(normalized.trim()).toBe(normalized)
    }),
    runs(5_000),
  )
})

describe('whether a text is plain', () => {
  test.each([
    ['ordinary words', 'Grüße\naus Łódź', true],
    ['line breaks of all systems', 'a\r\nb\rc', true],
    ['a TAB', 'a\tb', false],
    ['outer white space', ' a\r\n', true],
    ['outer white space that is unsafe', 'a\u000b', false],
    ['much outer white space', 'a' + '\r'.repeat(99_999), true],
    ['so much that it is not looked at', 'a' + '\r'.repeat(100_000), false],
    ['an emoji', '😀', false],
    ['no visible character', '\u200b', false],
    ['more than 100,000 units', 'a'.repeat(100_001), false],
  ])('%s', (_case, text, isPlain) => {
    expect(normalizeClosely(text).isPlain).toBe(isPlain)
  })
})
