import { expect, test } from 'vitest'
import { textFits } from '../../src/rules/text-fits.js'
import { FAMILY, HEAVY, textOfBytes } from '../support/texts.js'

const tooLong = (length: number, limit: number, unit: string) => ({
  type: 'TextTooLong',
  length,
  limit,
  unit,
})

test.each([
  ['nothing', '', undefined],
  ['500 letters', 'ä'.repeat(500), undefined],
  ['501 letters', 'ä'.repeat(501), tooLong(501, 500, 'characters')],
  ['500 emoji of two code points', '👍🏽'.repeat(500), undefined],
  ['501 emoji of two code points', '👍🏽'.repeat(501), tooLong(501, 500, 'characters')],
  ['500 lines', 'a\n'.repeat(249) + 'ab', undefined],
  ['501 letters and line breaks', 'a\n'.repeat(250) + 'a', tooLong(501, 500, 'characters')],
  ['200 families', FAMILY.repeat(200), undefined],
  ['201 families', FAMILY.repeat(201), tooLong(5_025, 5_000, 'bytes')],
  ['501 families', FAMILY.repeat(501), tooLong(501, 500, 'characters')],
  ['5,000 bytes', textOfBytes(5_000), undefined],
  ['5,001 bytes', textOfBytes(5_001), tooLong(5_001, 5_000, 'bytes')],
  ['a character of 32 code points', HEAVY, undefined],
  ['a character of 33', HEAVY + '\u0301', tooLong(33, 32, 'codePointsPerCharacter')],
  ['a million letters', 'a'.repeat(1e6), tooLong(1e6, 500, 'characters')],
  ['a million accents', '\u0301'.repeat(1e6), tooLong(2e6, 5_000, 'bytes')],
])('%s', (_case, text, denial) => {
  expect(textFits({ text })).toEqual(denial)
})
