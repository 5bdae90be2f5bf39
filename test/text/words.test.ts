import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.js'
import { wordsIn } from '../../src/text/words.js'
import { anyText } from '../support/arbitraries.js'
import { runs } from '../support/runs.js'

const written = (text: string) => wordsIn(text).map((word) => word.written)

test.each([
  ['words', 'Lieber Bernd,\nkomm!', ['Lieber', 'Bernd', 'komm']],
  ['parts of compounds and names', "Code-Review O'Neill", ['Code', 'Review', 'O', 'Neill']],
  ['signs of languages', 'C++, C#, F# und a+b', ['C++', 'C#', 'F#', 'und', 'a', 'b']],
  ['signs that are read', '100 % für 5 €, 3$ 💰', ['100', '%', 'für', '5', '€', '3', '$', '💰']],
  ['signs side by side', 'für €€€', ['für', '€€€']],
  ['no word before a sign of a language', 'siehe #tag ++', ['siehe', 'tag']],
  ['joiners within a word', 'Down\u200dline', ['Down\u200dline']],
  ['no invisible words', 'a \u3164 \u1160b', ['a', 'b']],
  ['no sign behind a longer word', '#viagra#potenz web++', ['viagra', 'potenz', 'web']],
  ['accents', 'Cafe\u0301', ['Cafe\u0301']],
  ['other scripts', '設計 Дизайн', ['設計', 'Дизайн']],
  ['nothing', ' – … 😀', []],
])('%s', (_case, text, words) => {
  expect(written(text)).toEqual(words)
})

test('each word is where its index says', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const word of wordsIn(text)) {
        expect(text.startsWith(word.written, word.index)).toBe(true)
      }
    }),
    runs(500),
  )
})

/** The definition of a word, for any script; most of `wordsIn` is a shorter way for Latin letters. */
const ANY_WORD =
  /[\p{L}\p{N}](?:\+\+|#)|(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*|[%€$£💰💸🤑]+/gu

const byDefinition = (text: string) =>
  Array.from(text.matchAll(ANY_WORD), ({ 0: word, index }) => ({
    written: word,
    folded: fold(word),
    index,
  }))

test('each UTF-16 unit is to words what the definition says, alone and around them', () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const sign = String.fromCharCode(unit)
    const text = `${sign} a${sign} ${sign}b${sign} Vi${sign}er ${sign}++`
    expect(wordsIn(text), text).toEqual(byDefinition(text))
  }
})

test('texts have the words that the definition finds', () => {
  const piece = fc.oneof(
    anyText(),
    fc.constantFrom(
      'Straße',
      'İ',
      'K',
      'neue',
      'MUELLER',
      'C++',
      'F#',
      '–',
      '„',
      '%',
      '\u00AD',
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      expect(wordsIn(text)).toEqual(byDefinition(text))
    }),
    runs(1_000),
  )
})

/** How often a word had to be found by the expression, and to be folded. */
function slowStepsOn(text: string): { found: number; folded: number } {
  const execute = Reflect.get(RegExp.prototype, 'exec')
  const executed: string[] = []
  RegExp.prototype.exec = function (given) {
    executed.push(this.source)
    return Reflect.apply(execute, this, [given])
  }
  try {
    wordsIn(text)
  } finally {
    RegExp.prototype.exec = execute
  }
  const count = (source: string) => executed.filter((one) => one === source).length
  return { found: count(ANY_WORD.source), folded: count('[aou]e') }
}

describe('nearly every word is neither found by an expression nor folded', () => {
  test.each([
    ['letters of ASCII, in any case, and digits', 'Hallo WELT b2b 2026', 0, 0],
    ['marks between words', '\u2010 – „Ja“, ‚nein‘ (…) ×\u2028und\u2029 ÷', 0, 0],
    ['an e behind another letter, and in front', 'er Bett wie Seele', 0, 0],
    ['a sign of a language behind two letters', 'ab+ ab# a', 0, 0],
    ['nothing', '', 0, 0],
  ])('%s', (_case, text, found, folded) => {
    expect(slowStepsOn(text)).toEqual({ found, folded })
  })

  test.each([
    ['accents', 'Café Łódź', 0, 2],
    ['umlauts of two letters', 'Maeuse goes Guete', 0, 3],
    ['one letter before a sign', 'C++ a+b', 2, 2],
    ['signs and other letters', '5 € Дизайн ƀ', 3, 3],
    ['emoji, once for many', `ab ${'😀'.repeat(1_000)} cd ${'😀'.repeat(1_000)}`, 2, 1],
    ['capitals of a text that is longer in lower case', 'İ AB ab', 1, 2],
  ])('except %s', (_case, text, found, folded) => {
    expect(slowStepsOn(text)).toEqual({ found, folded })
  })
})
