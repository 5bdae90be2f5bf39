import fc from 'fast-check'
import { expect, test } from 'vitest'
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
