import { type ContentFinding, sanctionFor } from 'group-invitations'
import { expect, test } from 'vitest'
import { rulebook } from '../../src/decision/rulebook.js'

test('what the network punishes is mass messages, multi-level marketing and spam', () => {
  const punished = Object.keys(rulebook).filter((type) => sanctionFor({ type }) !== undefined)
  expect(punished).toEqual(['MassMessage', 'ProhibitedContent'])
  expect(sanctionFor({ type: 'ProhibitedContent' })).toBe('AccessDeletion')
})

test('an own denial has no sanction', () => {
  expect(sanctionFor({ type: 'QuotaUsedUp' })).toBeUndefined()
})

test('what resembles one other message is an advisory, and no offence', () => {
  const advisory: ContentFinding = { type: 'MassMessage', similarity: 1, similarCount: 1 }
  expect(sanctionFor(advisory)).toBeUndefined()
  const denial: ContentFinding = { ...advisory, similarCount: 2 }
  expect(sanctionFor(denial)).toBe('AccessDeletion')
})
