import { expect, test } from 'vitest'
import { placeholdersAreFilled } from '../../src/rules/placeholders-are-filled.js'
import { anAnalysis, someFacts } from '../support/builders.js'

const judge = (draft: { subject?: string; text: string }, names = ['Bernd', 'Müller']) =>
  placeholdersAreFilled(draft, someFacts(), anAnalysis({ names }))

test('a placeholder in the text is told with its place', () => {
  expect(judge({ text: 'Lieber {name}, hallo!' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '{name}',
    index: 7,
  })
})

test('the subject’s is told before the text’s', () => {
  expect(judge({ subject: 'An %VORNAME%', text: 'Lieber {name},' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '%VORNAME%',
    index: 3,
    field: 'subject',
  })
})

test('the place of a missing name is one', () => {
  expect(judge({ text: 'Hallo null, willkommen' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: 'null',
    index: 6,
  })
})

test('whoever is called Null is not', () => {
  expect(judge({ text: 'Hallo Herr Null,' }, ['Jan', 'Null'])).toBeUndefined()
})

test('a salutation is looked for in the text alone', () => {
  expect(judge({ subject: 'Liebe, ein Seminar', text: 'Lieber Bernd,' })).toBeUndefined()
})

test('a recipient without a name is no reason not to look', () => {
  expect(judge({ text: 'Hallo undefined,' }, [])?.placeholder).toBe('undefined')
})
