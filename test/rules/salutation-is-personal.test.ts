import { expect, test } from 'vitest'
import { salutationIsPersonal } from '../../src/rules/salutation-is-personal.js'
import { anAnalysis, someFacts } from '../support/builders.js'

const judge = (text: string, names: readonly string[]) =>
  salutationIsPersonal({ text }, someFacts(), anAnalysis({ names }))

test('a salutation without a name is denied, with the names that would have counted', () => {
  expect(judge('Hallo zusammen,', ['Bernd', 'Müller'])).toEqual({
    type: 'SalutationMissing',
    names: ['Bernd', 'Müller'],
  })
  expect(judge('Hallo Bernd,', ['Bernd', 'Müller'])).toBeUndefined()
})

test('a recipient without a usable name demands no salutation', () => {
  expect(judge('Hallo zusammen,', [])).toBeUndefined()
})

test('a recipient without a profile demands no salutation', () => {
  const facts = someFacts({ recipientProfile: undefined })
  expect(salutationIsPersonal({ text: 'Hallo zusammen,' }, facts, anAnalysis())).toBeUndefined()
})
