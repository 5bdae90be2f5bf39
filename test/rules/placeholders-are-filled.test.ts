import { expect, test } from 'vitest'
import { placeholdersAreFilled } from '../../src/rules/placeholders-are-filled.js'
import { anAnalysis, someFacts } from '../support/builders.js'

const judge = (draft: { subject?: string; text: string }, names = ['Bernd', 'Müller']) =>
  placeholdersAreFilled(draft, someFacts(), anAnalysis({ names }))

test('a placeholder in the text is denied, with its place', () => {
  expect(judge({ text: 'Lieber {name}, hallo!' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '{name}',
    index: 7,
  })
})

test('of several, the denial has the first, in the subject before the text', () => {
  expect(judge({ subject: 'An %VORNAME%', text: 'Lieber {name},' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '%VORNAME%',
    index: 3,
    field: 'subject',
  })
})

test('the place of a missing name is a placeholder', () => {
  expect(judge({ text: 'Hallo null, willkommen' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: 'null',
    index: 6,
  })
})

test('the name of a recipient called Null is not a placeholder', () => {
  expect(judge({ text: 'Hallo Herr Null,' }, ['Jan', 'Null'])).toBeUndefined()
})

test('a missing name is looked for only in the text', () => {
  expect(judge({ subject: 'Liebe, ein Seminar', text: 'Lieber Bernd,' })).toBeUndefined()
})

test('a missing name is also denied if the recipient has no usable name', () => {
  expect(judge({ text: 'Hallo undefined,' }, [])?.placeholder).toBe('undefined')
})
