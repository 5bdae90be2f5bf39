import { expect, test } from 'vitest'
import { namesOf } from '../../src/content/names.js'
import { aProfile } from '../support/builders.js'

const names = (displayName: string, givenName?: string, familyName?: string) =>
  namesOf(aProfile({ displayName, givenName, familyName }))

test.each([
  ['the parts of the display name', names('Bernd Müller'), ['Bernd', 'Müller']],
  ['given and family name first', names('B. Müller', 'Bernd', 'Müller'), ['Bernd', 'Müller']],
  [
    'the name by which one is known',
    names('Alex Blum', 'Alexander', 'Blum'),
    ['Alexander', 'Blum', 'Alex'],
  ],
  ['no titles and particles', names('Prof. Dr. Jana von der Heide'), ['Jana', 'Heide']],
  ['both halves of a double name', names('Eva Maria Groß-Kühn'), ['Eva', 'Maria', 'Groß', 'Kühn']],
  [
    'a name that is a particle, where it is the only one',
    names('Minh Le', 'Minh', 'Le'),
    ['Minh', 'Le'],
  ],
  ['no initials', names('J. R. Tolkien'), ['Tolkien']],
  ['initials where there is nothing else', names('J.'), ['J']],
  ['one spelling of each', names('MUELLER', undefined, 'Müller'), ['Müller']],
  ['nothing but signs', names('– ★ –'), []],
  ['nothing in another script', names('山田 太郎'), []],
  ['the Latin part of a name in two scripts', names('Дмитрий (Dmitri)'), ['Dmitri']],
])('%s', (_case, actual, expected) => {
  expect(actual).toEqual(expected)
})
