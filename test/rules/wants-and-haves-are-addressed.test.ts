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

test('one list with entries is enough to demand a mention', () => {
  expect(judge(undefined, { haves: [] })).toEqual({ ...finding, haves: [] })
  expect(judge(undefined, { wants: [] })).toEqual({ ...finding, wants: [] })
})

test('two empty lists, or an unknown recipient, demand no mention', () => {
  expect(judge(undefined, { wants: [], haves: [] })).toBeUndefined()
  const facts = someFacts({ recipientProfile: undefined })
  expect(wantsAndHavesAreAddressed(aRequest(), facts, anAnalysis())).toBeUndefined()
})
