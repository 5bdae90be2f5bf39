import { describe, expect, test } from 'vitest'
import { namesOf, spelled, spelledNamesOf } from '../../src/content/member-names.js'
import { fold } from '../../src/text/fold.js'
import { aProfile } from '../support/builders.js'

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
    ['a name that is a particle, with a capital letter', ['Di Wang'], ['Di', 'Wang']],
    ['no particle with a small letter', ['Anna di Mauro'], ['Anna', 'Mauro']],
    ['no initials', ['J. R. Tolkien'], ['Tolkien']],
    ['initials if there is nothing else', ['J. R.'], ['J', 'R']],
    ['one spelling of each, the first', ['MUELLER', undefined, 'Müller'], ['Müller']],
    ['nothing but signs', ['– ★ –'], []],
    ['nothing in another script', ['山田 太郎'], []],
    ['a title or particle at the end', ['Anna von'], ['Anna', 'von']],
    ['the Latin part of a name in two scripts', ['Дмитрий (Dmitri)'], ['Dmitri']],
  ])('%s', (_title, [displayName, givenName, familyName], expected) => {
    expect(namesOf(aProfile({ displayName, givenName, familyName }))).toEqual(expected)
  })
})

describe('the spelled names of a member', () => {
  type Names = [displayName: string, givenName?: string | undefined, familyName?: string]

  test.each<[title: string, given: Names, expected: [given: string[], family: string[]]]>([
    ['the last word is the family name', ['Eva Blum'], [['eva'], ['blum']]],
    ['a single word is a given name', ['Eva'], [['eva'], []]],
    ['the same with spaces around', [' Eva '], [['eva'], []]],
    ['both halves of a single word', ['Anna-Lena'], [['ana', 'lena', 'analena'], []]],
    ['no title', ['Dr. Jana Blum'], [['jana'], ['blum']]],
    [
      'the given names as one word',
      ['Eva Blum', 'Eva Maria'],
      [['eva', 'maria', 'evamaria'], ['blum']],
    ],
    ['a particle with a capital letter is a name', ['Di Wang'], [['di'], ['wang']]],
    ['the family name of the profile', ['Wang Wei', 'Wei', 'Wang'], [['wei'], ['wang']]],
    [
      'halves, and both as one',
      ["Anna-Lena O'Neill"],
      [
        ['ana', 'lena', 'analena'],
        ['neil', 'oneil'],
      ],
    ],
    [
      'halves, also if other signs stand between the names',
      ['Anna-Lena – Blum'],
      [['ana', 'lena', 'analena'], ['blum']],
    ],
    [
      'no particles, except as a part of one word',
      ['Uwe von der Heide', 'Uwe', 'von der Heide'],
      [['uwe'], ['heide', 'vonderheide']],
    ],
  ])('%s', (_title, [displayName, givenName, familyName], [given, family]) => {
    expect(spelledNamesOf(aProfile({ displayName, givenName, familyName }))).toEqual({
      given: new Set(given),
      family: new Set(family),
    })
  })
})

test.each([
  ['Håkon', 'Haakon'],
  ['Đorđe', 'Djordje'],
  ['Øyvind', 'Oeyvind'],
  ['Guðrún', 'Gudrun'],
  ['Þór', 'Thor'],
  ['Zoë', 'Zoe'],
  ['Stephan', 'Stefan'],
  ['Matthias', 'Mathias'],
  ['Lillly', 'Lili'],
  ['Carl', 'Karl'],
  ['Andy', 'Andi'],
  ['Łukasz', 'Lukasz'],
  ['Nguyễn', 'Nguyen'],
  ['Yıldırım', 'Yildirim'],
])('%s and %s are spelled alike', (one, other) => {
  expect(spelled(fold(one))).toBe(spelled(fold(other)))
})

test('ch is no k', () => {
  expect(spelled('koch')).not.toBe(spelled('kok'))
})
