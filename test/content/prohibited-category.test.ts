import { expect, test } from 'vitest'
import { isProhibitedCategory } from '../../src/content/prohibited-category.js'

test('multi-level marketing and spam, and nothing else', () => {
  expect(isProhibitedCategory('multi-level-marketing')).toBe(true)
  expect(isProhibitedCategory('spam')).toBe(true)
  expect(isProhibitedCategory('Spam')).toBe(false)
  expect(isProhibitedCategory(undefined)).toBe(false)
})
