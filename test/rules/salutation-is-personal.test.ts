import { expect, test } from 'vitest'
import { salutationIsPersonal } from '../../src/rules/salutation-is-personal.js'
import type { DraftAnalysis } from '../../src/rules/draft-analysis.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

const judge = (changes: Partial<DraftAnalysis>) =>
  salutationIsPersonal(aRequest(), someFacts(), anAnalysis(changes))

test('a text that does not call the recipient is denied, with the names that would have counted', () => {
  const names = ['Bernd', 'Müller']
  const denial = { type: 'SalutationMissing', names }
  expect(judge({ names, isCalledByName: false })).toEqual(denial)
  expect(judge({ names, isCalledByName: true })).toBeUndefined()
})

test('a recipient without a usable name demands no salutation', () => {
  expect(judge({ names: [], isCalledByName: false })).toBeUndefined()
})
