import { expect, test } from 'vitest'
import { contentIsPermitted } from '../../src/rules/content-is-permitted.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

test('the denial has all evidence of the screener', () => {
  const evidence = [
    { category: 'spam', term: 'free spins', index: 3 },
    { category: 'multi-level-marketing', term: 'downline', index: 0 },
  ] as const
  expect(contentIsPermitted(aRequest(), someFacts(), anAnalysis({ evidence }))).toEqual({
    type: 'ProhibitedContent',
    evidence,
  })
})

test('no evidence, no denial', () => {
  expect(contentIsPermitted(aRequest(), someFacts(), anAnalysis())).toBeUndefined()
})
