import { expect, test } from 'vitest'
import { wantsAndHavesAreAddressed } from '../../src/rules/wants-and-haves-are-addressed.js'
import { aProfile, anAnalysis, aRequest, someFacts } from '../support/builders.js'

const judge = (field: 'wants' | 'haves' | 'other' | undefined, profile = {}) => {
  const recipientProfile = aProfile({ wants: ['Sponsors'], haves: ['UX'], ...profile })
  const mentions = field ? [{ field, entry: 'anything' }] : []
  return wantsAndHavesAreAddressed(
    aRequest(),
    someFacts({ recipientProfile }),
    anAnalysis({ mentions }),
  )
}
const finding = { type: 'WantsAndHavesNotAddressed', wants: ['Sponsors'], haves: ['UX'] }

test.each([
  ['nothing', undefined, finding],
  ['another field', 'other', finding],
  ['what the recipient looks for', 'wants', undefined],
  ['what the recipient offers', 'haves', undefined],
] as const)('mentioning %s', (_case, field, expected) => {
  expect(judge(field)).toEqual(expected)
})

test('one of the two lists is enough to be asked for', () => {
  expect(judge(undefined, { haves: [] })).toEqual({ ...finding, haves: [] })
  expect(judge(undefined, { wants: [] })).toEqual({ ...finding, wants: [] })
})

test('silent where both are empty, and on a recipient who is unknown', () => {
  expect(judge(undefined, { wants: [], haves: [] })).toBeUndefined()
  const facts = someFacts({ recipientProfile: undefined })
  expect(wantsAndHavesAreAddressed(aRequest(), facts, anAnalysis())).toBeUndefined()
})
