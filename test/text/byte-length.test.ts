import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteLength } from '../../src/text/byte-length.js'
import { anyText } from '../support/arbitraries.js'

test('equals what an encoder writes', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(byteLength(text)).toBe(encoder.encode(text).length)
    }),
    { numRuns: 5_000, seed: 5 },
  )
})
