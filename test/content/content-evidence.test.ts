import { describe, expect, test } from 'vitest'
import {
  certaintyOf,
  isEvidenceCategory,
  isProhibitedCategory,
} from '../../src/content/content-evidence.js'

test('the prohibited categories are multi-level marketing and spam', () => {
  expect(isProhibitedCategory('multi-level-marketing')).toBe(true)
  expect(isProhibitedCategory('spam')).toBe(true)
  expect(isProhibitedCategory('Spam')).toBe(false)
  expect(isProhibitedCategory(undefined)).toBe(false)
})

describe('evidence', () => {
  test.each([
    ['multi-level-marketing', 'spam', 'harassment', 'Belästigung', 'Spam', ' ', '0'],
    ['constructor', '__proto__', 'toString', 'hasOwnProperty'],
    ['x'.repeat(64), '😀'.repeat(64)],
  ])('may have a category of a service’s own: %j', (...categories) => {
    expect(categories.filter((category) => !isEvidenceCategory(category))).toEqual([])
  })

  test.each([
    ['', 'x'.repeat(65), '😀'.repeat(65)],
    ['a\nb', 'a\0', '\u007f', '\u0085', '\ud83d', 'x\udc00'],
    [undefined, null, 7, true, ['spam'], {}, new String('spam')],
  ])('has no other category: %o', (...values) => {
    expect(values.filter(isEvidenceCategory)).toEqual([])
  })

  test('is sure if any of it is', () => {
    const [sure, suspected] = [{ certainty: 'sure' }, { certainty: 'suspected' }] as const
    expect(certaintyOf([sure])).toBe('sure')
    expect(certaintyOf([suspected, sure, suspected])).toBe('sure')
    expect(certaintyOf([suspected, suspected])).toBe('suspected')
  })
})
