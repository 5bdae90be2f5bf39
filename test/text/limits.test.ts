import { expect, test } from 'vitest'
import { analyzable } from '../../src/text/limits.js'

test('a text of 7,500 units is analysed, a longer one is not', () => {
  expect(analyzable('a'.repeat(7_500))).toBe('a'.repeat(7_500))
  expect(analyzable('a'.repeat(7_501))).toBe('')
})
