import { expect, test } from 'vitest'
import { pairIsFree } from '../../src/rules/pair-is-free.js'
import { aClaim, after, aRequest, NOW, someFacts } from '../support/builders.js'

const DAY = 86_400_000

test.each([
  ['no claim', undefined, false],
  ['a claim that ends in 1 ms', aClaim(after(NOW, 1)), true],
  ['a claim that ends now', aClaim(NOW), false],
  ['a claim that has ended 1 ms ago', aClaim(after(NOW, -1)), false],
  ['a claim that begins only tomorrow', aClaim(after(NOW, 180 * DAY), after(NOW, DAY)), true],
  ['a claim that begins now', aClaim(after(NOW, 180 * DAY), NOW), true],
])('%s', (_case, claim, isDenied) => {
  expect(pairIsFree(aRequest(), someFacts({ claim }))).toEqual(
    isDenied ? { type: 'RateLimited6Months', ...claim } : undefined,
  )
})
