import { expect, test } from 'vitest'
import { firstLineOf } from '../../src/content/first-line.js'

test.each([
  ['the only one', 'Hallo, Bernd!', 'Hallo, Bernd!', 0],
  ['the first of several', 'Hallo,\nBernd', 'Hallo,', 0],
  ['the first that has a word', '\n👋 –\n  … Hallo Bernd …\nTag', '  … Hallo Bernd …', 6],
  ['none', '–\n…', '', 0],
])('%s', (_case, text, line, start) => {
  expect(firstLineOf(text)).toEqual({ line, start })
})
