import {
  type ContentFinding,
  decide,
  DENIAL_TYPES,
  type MassMessage,
  sanctionFor,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { aRequest, someFacts } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'
import { ruleResultsIn } from '../support/verdicts.js'

test('mass messages, multi-level marketing and spam have a sanction', () => {
  const punished = DENIAL_TYPES.filter((type) => sanctionFor(oneOfEach[type]) !== undefined)
  expect(punished).toEqual(['MassMessage', 'ProhibitedContent'])
  expect(DENIAL_TYPES.filter((type) => sanctionFor({ type }) !== undefined)).toEqual(punished)
  expect(sanctionFor({ type: 'ProhibitedContent' })).toBe('AccessDeletion')
})

test('a custom denial has no sanction', () => {
  expect(sanctionFor({ type: 'QuotaUsedUp' })).toBeUndefined()
})

test('prohibited content has a sanction only if it is sure', () => {
  const sure: ContentFinding = oneOfEach.ProhibitedContent
  expect(sanctionFor(sure)).toBe('AccessDeletion')
  const suspected: ContentFinding = { ...oneOfEach.ProhibitedContent, certainty: 'suspected' }
  expect(sanctionFor(suspected)).toBeUndefined()
})

describe('a mass message', () => {
  const to = (similarCount: number, changes: Partial<MassMessage> = {}): MassMessage => ({
    ...{ type: 'MassMessage', similarity: 1, similarCount },
    ...changes,
  })

  test('to two others has a sanction', () => {
    expect(sanctionFor(to(2))).toBe('AccessDeletion')
  })

  test('that resembles the text of one other recipient has none', () => {
    expect(sanctionFor(to(1))).toBeUndefined()
  })

  test('that is short has none', () => {
    expect(sanctionFor(to(2, { isShort: true }))).toBeUndefined()
  })

  test.each([
    [11, undefined],
    [12, 'AccessDeletion'],
  ])('of %i words has the sanction %s', (count, sanction) => {
    const text = Array.from({ length: count }, (_, index) => `w${index}`).join(' ')
    const textFingerprint = fingerprintText(text)
    const recentFingerprints = ['clara', 'deniz'].map((recipientId) => ({
      recipientId,
      textFingerprint,
    }))
    const denied = decide(aRequest({ text }), someFacts({ recentFingerprints }))
    const [found] = ruleResultsIn(denied).denials.filter(({ type }) => type === 'MassMessage')
    expect(found).toMatchObject({ similarCount: 2 })
    expect(found && sanctionFor(found)).toBe(sanction)
  })
})
