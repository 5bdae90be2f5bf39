import { expect, test } from 'vitest'
import { profileWordsOf } from '../../src/content/profile-words.js'
import { aProfile } from '../support/builders.js'

test('the names as written and folded, and each entry with its words', () => {
  expect(profileWordsOf(aProfile({ haves: ['Code-Review'] }))).toEqual({
    names: ['Bernd', 'Müller'],
    foldedNames: new Set(['bernd', 'muller']),
    entries: [
      {
        reference: { field: 'haves', entry: 'Code-Review' },
        words: [
          { written: 'Code', folded: 'code', index: 0 },
          { written: 'Review', folded: 'review', index: 5 },
        ],
      },
    ],
  })
})

test('without a profile there are none', () => {
  expect(profileWordsOf(undefined)).toEqual({ names: [], foldedNames: new Set(), entries: [] })
})
