import { expect, test } from 'vitest'
import { contentIsPermitted } from '../../src/rules/content-is-permitted.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

test('what the screener has found is passed on', () => {
  const evidence = [
    { category: 'spam', term: 'free spins', index: 3 },
    { category: 'multi-level-marketing', term: 'downline', index: 0 },
  ] as const
  expect(contentIsPermitted(aRequest(), someFacts(), anAnalysis({ evidence }))).toEqual({
    type: 'ProhibitedContent',
    evidence,
  })
})

test('silent where it has found nothing', () => {
  expect(contentIsPermitted(aRequest(), someFacts(), anAnalysis())).toBeUndefined()
})
