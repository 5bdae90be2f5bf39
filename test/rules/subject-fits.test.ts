import { expect, test } from 'vitest'
import { subjectFits } from '../../src/rules/subject-fits.js'
import { HEAVY, textOfBytes } from '../support/texts.js'

const tooLong = (length: number, limit: number, unit: string) => ({
  type: 'SubjectTooLong',
  length,
  limit,
  unit,
})

test.each([
  ['no subject', undefined, undefined],
  ['120 letters', 'a'.repeat(120), undefined],
  ['121 letters', 'a'.repeat(121), tooLong(121, 120, 'characters')],
  ['120 emoji of two code points', '👍🏽'.repeat(120), undefined],
  ['121 emoji of two code points', '👍🏽'.repeat(121), tooLong(121, 120, 'characters')],
  ['5,000 bytes', textOfBytes(5_000), undefined],
  ['5,001 bytes', textOfBytes(5_001), tooLong(5_001, 5_000, 'bytes')],
  ['a character of 32 code points', HEAVY, undefined],
  ['a character of 33', HEAVY + '\u0301', tooLong(33, 32, 'codePointsPerCharacter')],
])('%s', (_case, subject, denial) => {
  expect(subjectFits({ subject, text: '' })).toEqual(denial)
})
