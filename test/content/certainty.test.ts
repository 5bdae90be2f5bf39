import { expect, test } from 'vitest'
import { isCertaintyOrNone } from '../../src/content/certainty.js'

test('a certainty is sure or suspected, and may be absent', () => {
  for (const value of ['sure', 'suspected', undefined]) expect(isCertaintyOrNone(value)).toBe(true)
  for (const value of ['Sure', '', null, true, 1]) expect(isCertaintyOrNone(value)).toBe(false)
})
