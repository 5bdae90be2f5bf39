import { expect, test } from 'vitest'
import { isProhibitedCategory } from '../../src/content/content-evidence.js'

test('the prohibited categories are multi-level marketing and spam', () => {
  expect(isProhibitedCategory('multi-level-marketing')).toBe(true)
  expect(isProhibitedCategory('spam')).toBe(true)
  expect(isProhibitedCategory('Spam')).toBe(false)
  expect(isProhibitedCategory(undefined)).toBe(false)
})
