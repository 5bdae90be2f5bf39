import { describe, expect, test } from 'vitest'
import { namesOf, profileWordsOf } from '../../src/content/profile-words.js'
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

describe('the names of a member', () => {
  type Names = [displayName: string, givenName?: string | undefined, familyName?: string]

  test.each<[title: string, given: Names, expected: string[]]>([
    ['the parts of the display name', ['Bernd Müller'], ['Bernd', 'Müller']],
    ['given and family name first', ['B. Müller', 'Bernd', 'Müller'], ['Bernd', 'Müller']],
    ['the name one is known by', ['Alex Blum', 'Alexander', 'Blum'], ['Alexander', 'Blum', 'Alex']],
    ['no titles and particles', ['Prof. Dr. Jana von der Heide'], ['Jana', 'Heide']],
    ['both halves of a double name', ['Eva Maria Groß-Kühn'], ['Eva', 'Maria', 'Groß', 'Kühn']],
    ['a name that is a particle, by itself', ['M', 'Minh', 'Le'], ['Minh', 'Le', 'M']],
    ['a name that is a particle, at the end', ['Tuan Le'], ['Tuan', 'Le']],
    ['a name of two letters that fold to one', ['Kenzaburo Oe'], ['Kenzaburo', 'Oe']],
    ['no initials', ['J. R. Tolkien'], ['Tolkien']],
    ['initials if there is nothing else', ['J. R.'], ['J', 'R']],
    ['one spelling of each, the first', ['MUELLER', undefined, 'Müller'], ['Müller']],
    ['nothing but signs', ['– ★ –'], []],
    ['nothing in another script', ['山田 太郎'], []],
    ['the Latin part of a name in two scripts', ['Дмитрий (Dmitri)'], ['Dmitri']],
  ])('%s', (_title, [displayName, givenName, familyName], expected) => {
    expect(namesOf(aProfile({ displayName, givenName, familyName }))).toEqual(expected)
  })
})
