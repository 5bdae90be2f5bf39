import {
  type Certainty,
  type ContentEvidence,
  type ContentFinding,
  decide,
  type Denial,
  DENIAL_TYPES,
  type MassMessage,
  sanctionFor,
  type ScreenedEvidence,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { aRequest, someFacts } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'
import { ruleResultsIn } from '../support/verdicts.js'

test('mass messages, multi-level marketing and spam have a sanction', () => {
  const punished = DENIAL_TYPES.filter((type) => sanctionFor(oneOfEach[type]) !== undefined)
  expect(punished).toEqual(['MassMessage', 'ProhibitedContent'])
  // A type alone is no evidence.
  expect(DENIAL_TYPES.filter((type) => sanctionFor({ type }) !== undefined)).toEqual([
    'MassMessage',
  ])
})

test('a custom denial has no sanction', () => {
  expect(sanctionFor({ type: 'QuotaUsedUp' })).toBeUndefined()
})

describe('prohibited content', () => {
  const of = (category: string, certainty?: Certainty): ContentEvidence =>
    // As an old record has it, where what says nothing of its certainty is sure.
    ({ category, term: 'x', index: 0, certainty }) as ContentEvidence

  test.each<[what: string, evidence: readonly ContentEvidence[]]>([
    ['sure spam', [of('spam', 'sure')]],
    ['sure multi-level marketing', [of('multi-level-marketing', 'sure')]],
    ['spam that says nothing of its certainty', [of('spam')]],
    ['sure spam behind suspected spam', [of('spam', 'suspected'), of('spam', 'sure')]],
    ['sure spam behind sure harassment', [of('harassment', 'sure'), of('spam', 'sure')]],
    ['sure spam behind suspected harassment', [of('harassment', 'suspected'), of('spam', 'sure')]],
  ])('that is %s has a sanction', (_what, evidence) => {
    const found = { type: 'ProhibitedContent', certainty: 'sure', evidence }
    expect(sanctionFor(found)).toBe('AccessDeletion')
    expect(sanctionFor(JSON.parse(JSON.stringify(found)) as Denial)).toBe('AccessDeletion')
  })

  test.each<[what: string, evidence: readonly ContentEvidence[]]>([
    ['suspected spam', [of('spam', 'suspected')]],
    ['sure harassment', [of('harassment', 'sure')]],
    ['sure in a category that is nearly one of the network’s', [of('Spam', 'sure')]],
    ['sure in a category that every object has', [of('constructor', 'sure')]],
    ['sure harassment beside suspected spam', [of('harassment', 'sure'), of('spam', 'suspected')]],
    ['suspected spam beside sure harassment', [of('spam', 'suspected'), of('harassment', 'sure')]],
  ])('that is %s has none', (_what, evidence) => {
    expect(
      sanctionFor({ type: 'ProhibitedContent', certainty: 'sure', evidence } as Denial),
    ).toBeUndefined()
  })

  test.each([undefined, null, 'spam', {}, [], [null], ['spam'], [{ certainty: 'sure' }]])(
    'that has no evidence, as in a log of types, has none: %j',
    (evidence) => {
      expect(sanctionFor({ type: 'ProhibitedContent', evidence } as Denial)).toBeUndefined()
    },
  )

  test('that is only suspected as a whole has none', () => {
    const suspected: ContentFinding = { ...oneOfEach.ProhibitedContent, certainty: 'suspected' }
    expect(sanctionFor(suspected)).toBeUndefined()
  })

  test('of a custom category has none when it is decided', () => {
    const sanctionOf = (...evidence: readonly ScreenedEvidence[]) => {
      const denied = decide(aRequest(), someFacts({ evidence }))
      return ruleResultsIn(denied).denials.map(sanctionFor)
    }
    const harassment = { category: 'harassment', term: 'x', index: 0 }
    const spam = { category: 'spam', term: 'x', index: 0 }
    expect(sanctionOf(harassment)).toEqual([undefined])
    expect(sanctionOf(harassment, { ...spam, certainty: 'suspected' })).toEqual([undefined])
    expect(sanctionOf(harassment, spam)).toEqual(['AccessDeletion'])
  })
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
