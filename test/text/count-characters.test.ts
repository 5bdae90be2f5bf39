import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { countCharacters } from 'group-invitations/form'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anyText } from '../support/arbitraries.js'
import { charactersOf } from '../../src/text/count-characters.js'
import { FAMILY } from '../support/texts.js'
import { runs } from '../support/runs.js'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const countBySegmenter = (text: string) =>
  Array.from(segmenter.segment(text.normalize('NFC'))).length

describe('a character is what a person sees as one', () => {
  test.each([
    ['nothing', '', 0],
    ['a word with umlauts', 'Grüße', 5],
    ['the same, decomposed', 'Gru\u0308ße', 5],
    ['a letter with two accents', 'ṩ'.normalize('NFD'), 1],
    ['LF', 'a\nb', 3],
    ['CR', 'a\rb', 3],
    ['CRLF', 'a\r\nb', 3],
    ['NEL, U+2028, U+2029', 'a\u0085\u2028\u2029b', 5],
    ['an emoji', '😀', 1],
    ['an emoji with a skin tone', '👍🏽', 1],
    ['a heart with a variation selector', '❤️', 1],
    ['a keycap', '1️⃣', 1],
    ['a flag', '🇩🇪', 1],
    ['three flags', '🇩🇪🇦🇹🇨🇭', 3],
    ['a family', FAMILY, 1],
    ['a Hangul syllable, decomposed', '각'.normalize('NFD'), 1],
    ['Devanagari', 'नमस्ते', countBySegmenter('नमस्ते')],
    ['Thai', 'กำ', 1],
    ['a lone surrogate', 'a\ud800b', 3],
    ['outer white space', '  a  ', 5],
    ['an arrow crossed out, which is no part of an emoji', '👩\u200d\u2194\u0338', 2],
  ])('%s', (_case, text, characters) => {
    expect(countCharacters(text)).toBe(characters)
  })
})

test('equals Intl.Segmenter on texts full of traps', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(countCharacters(text)).toBe(countBySegmenter(text))
    }),
    runs(20_000),
  )
})

describe('Unicode’s own samples', () => {
  const file = new URL('unicode/grapheme-break-samples.txt', import.meta.url)
  const samples = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('÷'))
  const textOf = (characters: string) =>
    [...characters.matchAll(/[0-9A-F]+/g)]
      .map(([code]) => String.fromCodePoint(Number.parseInt(code, 16)))
      .join('')

  test('are all there', () => {
    expect(samples).toHaveLength(602)
  })

  test('count as Intl.Segmenter has them', () => {
    const texts = samples.map(textOf)
    expect(texts.map(countCharacters)).toEqual(texts.map(countBySegmenter))
  })

  test('count as Unicode says, except for one symbol that is no part of an emoji any more', () => {
    const isOlder = (sample: string) => sample === '÷ 2701 × 200D × 2701 ÷'
    const lasting = samples.filter((sample) => !isOlder(sample))
    expect(lasting).toHaveLength(601)
    for (const sample of lasting) {
      expect(countCharacters(textOf(sample)), sample).toBe(sample.split('÷').length - 2)
    }
  })
})

test('equals Intl.Segmenter wherever a window of the text ends', () => {
  for (const character of [FAMILY, '🇩🇪', 'x\u0301\u0302', '\r\n', '각'.normalize('NFD'), '😀']) {
    for (let offset = 0; offset <= character.length; offset += 1) {
      const text = 'é'.repeat(256 - offset) + character.repeat(60)
      expect(countCharacters(text)).toBe(countBySegmenter(text))
    }
  }
})

test('canonically equivalent texts count the same', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(countCharacters(text.normalize('NFC'))).toBe(countCharacters(text.normalize('NFD')))
    }),
    runs(5_000),
  )
})

describe('long texts', () => {
  test.each([
    ['a character of 7,500 units', 'a' + '\u0301'.repeat(7_499), 1],
    ['joined emoji of 7,500 units', '👩\u200d'.repeat(2_500), 1],
    ['681 families, 7,491 units', FAMILY.repeat(681), 681],
    ['682 families, 7,502 units: their code points', FAMILY.repeat(682), 682 * 7],
    ['ten million letters', 'ä'.repeat(1e7), 1e7],
    ['lines far beyond the limit, CRLF counting 1', 'a\r\n'.repeat(5_000), 10_000],
    ['CR, LF and CRLF far beyond the limit', '\r\n\r\r\n\n'.repeat(5_000), 20_000],
    ['a million accents: their code points', '\u0301'.repeat(1e6), 1e6],
    ['a million joined emoji: their code points', '👩\u200d'.repeat(1e6), 2e6],
    ['a million lone surrogates', '\ud800'.repeat(1e6), 1e6],
  ])('%s', (_case, text, characters) => {
    expect(countCharacters(text)).toBe(characters)
  })
})

describe('without Intl.Segmenter', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test.each([
    ['no Intl', undefined],
    ['an Intl without it', {}],
    ['an Intl with less than it', { Segmenter: undefined }],
  ])('code points are counted: %s', (_case, intl) => {
    vi.stubGlobal('Intl', intl)
    expect(countCharacters('Grüße')).toBe(5)
    expect(countCharacters('😀')).toBe(1)
    expect(countCharacters(FAMILY)).toBe(7)
    expect(countCharacters('ф\r\n😀')).toBe(3)
    expect([...charactersOf('ф😀')]).toEqual(['ф', '😀'])
  })
})
