import { expect, test } from 'vitest'
import { profileIsMentioned } from '../../src/rules/profile-is-mentioned.js'
import { aProfile, anAnalysis, aRequest, someFacts } from '../support/builders.js'

const recipientProfile = aProfile({ wants: ['Sponsors'], haves: [' '], other: ['Elbwerk'] })
const judge = (mentions: Parameters<typeof anAnalysis>[0], profile = recipientProfile) =>
  profileIsMentioned(aRequest(), someFacts({ recipientProfile: profile }), anAnalysis(mentions))

test('no mention is denied, with the entries that would have counted', () => {
  expect(judge({ mentions: [] })).toEqual({
    type: 'ProfileReferenceMissing',
    entries: [
      { field: 'wants', entry: 'Sponsors' },
      { field: 'other', entry: 'Elbwerk' },
    ],
  })
})

test('one mention of any field is enough', () => {
  expect(judge({ mentions: [{ field: 'other', entry: 'Elbwerk' }] })).toBeUndefined()
})

test('a profile without entries demands no mention', () => {
  expect(judge({}, aProfile({ wants: [], haves: ['', '–'], other: ['\u3164'] }))).toBeUndefined()
})

test('an unknown recipient demands no mention', () => {
  const facts = someFacts({ recipientProfile: undefined })
  expect(profileIsMentioned(aRequest(), facts, anAnalysis())).toBeUndefined()
})
