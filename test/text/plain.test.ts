import { expect, test } from 'vitest'
import { countOthers, isPlain, isUnjoined } from '../../src/text/plain.js'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

const plainCharacters = Array.from({ length: 0x10000 }, (_, unit) =>
  String.fromCharCode(unit),
).filter(isPlain)

test('the letters of the network and of its neighbours are plain', () => {
  expect(isPlain('Grüße aus Łódź, Αθήνα и Москва: „10 €“ – 日本語、ひらがな、한국어…\n')).toBe(true)
})

test.each([
  ['CR, which joins LF', '\r'],
  ['TAB, which becomes a space', '\t'],
  ['a control character', '\u0000'],
  ['a soft hyphen', '\u00ad'],
  ['a combining accent', '\u0301'],
  ['a joiner', '\u200d'],
  ['a line separator', '\u2028'],
  ['a bidirectional override', '\u202e'],
  ['the Greek question mark, which is a semicolon', '\u037e'],
  ['the Ohm sign, which is a letter', '\u2126'],
  ['a lone surrogate', '\ud800'],
  ['an emoji', '😀'],
])('not plain: %s', (_case, character) => {
  expect(isPlain(character)).toBe(false)
})

test('no plain character is changed by composing or decomposing it into another', () => {
  for (const character of plainCharacters) expect(character.normalize('NFC')).toBe(character)
})

test('no two plain characters make one', () => {
  const text = plainCharacters.join('')
  for (let start = 0; start < text.length; start += 100) {
    const some = text.slice(start, start + 101)
    const other = plainCharacters.slice(start, start + 100).join('a')
    expect(Array.from(segmenter.segment(some))).toHaveLength(some.length)
    expect(Array.from(segmenter.segment(other))).toHaveLength(other.length)
    expect(some.normalize('NFC')).toBe(some)
  }
})

test.each([
  ['ordinary words', 'Grüße', true],
  ['what is below U+0300, plain or not', 'a\tb\u0000\u00ad', true],
  ['plain characters above it', 'Łódź und Москва', true],
  ['CRLF', 'a\r\nb', false],
  ['CR alone', 'a\rb', false],
  ['an accent of its own', 'a\u0301', false],
  ['an emoji', '😀', false],
])('%s: whether each unit of %s is known to be a character: %s', (_case, text, is) => {
  expect(isUnjoined(text)).toBe(is)
})

test('counts the code points that are not plain', () => {
  expect(countOthers('Grüße 😀 aus\u0301 Łódź 👍🏽')).toBe(4)
  expect(countOthers('Grüße')).toBe(0)
})
