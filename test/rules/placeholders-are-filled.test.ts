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
    certainty: 'sure',
  })
})

test('of several, the denial has the first, in the subject before the text', () => {
  expect(judge({ subject: 'An %VORNAME%', text: 'Lieber {name},' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '%VORNAME%',
    index: 3,
    certainty: 'sure',
    field: 'subject',
  })
})

test('the place of a missing name is a placeholder', () => {
  expect(judge({ text: 'Hallo null, willkommen' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: 'null',
    index: 6,
    certainty: 'sure',
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

test('a missing name is also denied if the recipient has no profile', () => {
  const denied = placeholdersAreFilled(
    { text: 'Hallo null,' },
    someFacts({ recipientProfile: undefined }),
    anAnalysis({ names: [] }),
  )
  expect(denied?.placeholder).toBe('null')
})

test('a call by name says that no name is missing', () => {
  const judgeIf = (isCalledByName: boolean, text: string) =>
    placeholdersAreFilled({ text }, someFacts(), anAnalysis({ isCalledByName }))
  const text = 'Liebe, Respekt und Vertrauen.\nLieber Bernd,\nwir lesen.'
  expect(judgeIf(true, text)).toBeUndefined()
  expect(judgeIf(false, text)?.placeholder).toBe('Liebe,')
  // But another slot may be left.
  expect(judgeIf(true, `${text} {name}`)?.placeholder).toBe('{name}')
})

test.each([
  ['[Termin] Stammtisch', 'suspected'],
  ['Stammtisch [Termin]', 'sure'],
  ['{Termin} Stammtisch', 'sure'],
])('a tag at the beginning of a subject is suspected: %s', (subject, certainty) => {
  expect(judge({ subject, text: 'Lieber Bernd,' })).toMatchObject({ field: 'subject', certainty })
})

test('a tag in the text is a placeholder', () => {
  expect(judge({ text: '[Termin] Stammtisch' })?.certainty).toBe('sure')
})

test('a sure placeholder comes before a suspected one, wherever that is', () => {
  expect(judge({ subject: '[netto]', text: 'Lieber Bernd, bei XXX, {name}' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '{name}',
    index: 23,
    certainty: 'sure',
  })
  expect(judge({ subject: '[netto]', text: 'Hallo null, XXX,' })?.placeholder).toBe('null')
})

test('if none is sure, the first suspected one counts, in the subject before the text', () => {
  expect(judge({ subject: 'Zu [netto]', text: 'Liebe …, bei XXX,' })).toEqual({
    type: 'UnfilledPlaceholder',
    placeholder: '[netto]',
    index: 3,
    certainty: 'suspected',
    field: 'subject',
  })
  expect(judge({ text: 'Liebe …, bei XXX,' })?.placeholder).toBe('…')
})

test('the name of the recipient is not a placeholder in the subject either', () => {
  const draft = { subject: 'Für Frau Mustermann', text: 'Liebe Frau Mustermann,' }
  expect(judge(draft, ['Erika', 'Mustermann'])).toBeUndefined()
  expect(judge(draft)?.placeholder).toBe('Mustermann')
})
