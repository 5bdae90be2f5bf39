import type { Certainty, ContentEvidence } from 'group-invitations'
import { expect, test } from 'vitest'
import { contentIsPermitted } from '../../src/rules/content-is-permitted.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

const judge = (...evidence: ContentEvidence[]) =>
  contentIsPermitted(aRequest(), someFacts(), anAnalysis({ evidence }))

const found = (certainty: Certainty, index = 0): ContentEvidence => ({
  ...{ category: 'spam', term: 'free spins', index, certainty },
})

test('the denial has all evidence of the screener', () => {
  const evidence = [
    found('sure', 3),
    { category: 'multi-level-marketing', term: 'downline', index: 0, certainty: 'suspected' },
  ] as const
  expect(judge(...evidence)).toEqual({ type: 'ProhibitedContent', certainty: 'sure', evidence })
})

test.each<[certainties: Certainty[], certainty: Certainty]>([
  [['sure'], 'sure'],
  [['suspected'], 'suspected'],
  [['suspected', 'suspected'], 'suspected'],
  [['sure', 'suspected'], 'sure'],
  [['suspected', 'suspected', 'sure'], 'sure'],
])('evidence that is %o makes a denial that is %s', (certainties, certainty) => {
  expect(judge(...certainties.map(found))).toMatchObject({ certainty })
})

test('no evidence, no denial', () => {
  expect(judge()).toBeUndefined()
})
