import { type ContentFinding, DENIAL_TYPES, sanctionFor } from 'group-invitations'
import { expect, test } from 'vitest'

test('mass messages, multi-level marketing and spam have a sanction', () => {
  const punished = DENIAL_TYPES.filter((type) => sanctionFor({ type }) !== undefined)
  expect(punished).toEqual(['MassMessage', 'ProhibitedContent'])
  expect(sanctionFor({ type: 'ProhibitedContent' })).toBe('AccessDeletion')
})

test('a custom denial has no sanction', () => {
  expect(sanctionFor({ type: 'QuotaUsedUp' })).toBeUndefined()
})

test('a text that resembles the text of one other recipient has no sanction', () => {
  const advisory: ContentFinding = { type: 'MassMessage', similarity: 1, similarCount: 1 }
  expect(sanctionFor(advisory)).toBeUndefined()
  const denial: ContentFinding = { ...advisory, similarCount: 2 }
  expect(sanctionFor(denial)).toBe('AccessDeletion')
})
