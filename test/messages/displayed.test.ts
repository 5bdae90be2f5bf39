import { describe, expect, test } from 'vitest'
import { displayed, type Writing } from '../../src/messages/displayed.js'

const ltr: Writing = { locale: 'en', direction: 'ltr', quotationMarks: ['“', '”'] }
const rtl: Writing = { ...ltr, direction: 'rtl' }

describe('displayed', () => {
  test.each(['Anna', 'Łukasz', '漢字', 'Ωμέγα', '1', '\u058f', '\u0900', 'a\u200e'])(
    '%s stands as it is from left to right',
    (name) => {
      expect(displayed(name, ltr)).toBe(name)
      expect(displayed(name, rtl)).toBe(`\u2068${name}\u2069`)
    },
  )

  test.each(['דוד', 'مريم', 'ܫܡܥܘܢ', 'ދިވެހި', 'ߒߞߏ', '𞤀𞤣', 'a\u200f', 'a\u061c', '\ufb1d', '\ufefc'])(
    '%s is isolated everywhere',
    (name) => {
      expect(displayed(`a${name}`, ltr)).toBe(`\u2068a${name}\u2069`)
      expect(displayed(name, rtl)).toBe(`\u2068${name}\u2069`)
    },
  )
})
