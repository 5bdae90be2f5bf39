import { expect, test } from 'vitest'
import { profileIsMentioned } from '../../src/rules/profile-is-mentioned.js'
import { aProfile, anAnalysis, aRequest, someFacts } from '../support/builders.js'

const recipientProfile = aProfile({ wants: ['Sponsors'], haves: [' '], other: ['Elbwerk'] })
const judge = (mentions: Parameters<typeof anAnalysis>[0], profile = recipientProfile) =>
  profileIsMentioned(aRequest(), someFacts({ recipientProfile: profile }), anAnalysis(mentions))

test('no mention is told, with the entries that would have counted', () => {
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

test('silent on a profile without entries', () => {
  expect(judge({}, aProfile({ wants: [], haves: ['', '–'], other: [] }))).toBeUndefined()
})

test('silent on a recipient who is unknown', () => {
  const facts = someFacts({ recipientProfile: undefined })
  expect(profileIsMentioned(aRequest(), facts, anAnalysis())).toBeUndefined()
})
