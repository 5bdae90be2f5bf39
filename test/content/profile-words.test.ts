import { expect, test } from 'vitest'
import { profileWordsOf } from '../../src/content/profile-words.js'
import { aProfile } from '../support/builders.js'

test('the names as written and folded, each entry with its words, and those that are distinctive', () => {
  expect(profileWordsOf(aProfile({ haves: ['Neue Reviews'] }))).toEqual({
    names: ['Bernd', 'Müller'],
    foldedNames: new Set(['bernd', 'muller']),
    entries: [
      {
        reference: { field: 'haves', entry: 'Neue Reviews' },
        words: [
          { written: 'Neue', folded: 'neu', index: 0 },
          { written: 'Reviews', folded: 'reviews', index: 5 },
        ],
        distinctive: [{ written: 'Reviews', folded: 'reviews', index: 5 }],
      },
    ],
  })
})

test('without a profile there are none', () => {
  expect(profileWordsOf(undefined)).toEqual({ names: [], foldedNames: new Set(), entries: [] })
})
