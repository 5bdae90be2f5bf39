import { expect, test } from 'vitest'
import { readable } from '../../src/text/readable.js'

test('a text of 7,500 units is read, a longer one is not', () => {
  expect(readable('a'.repeat(7_500))).toBe('a'.repeat(7_500))
  expect(readable('a'.repeat(7_501))).toBe('')
})
