import { expect, test } from 'vitest'
import { recipientExists } from '../../src/rules/recipient-exists.js'
import { aProfile, aRequest, someFacts } from '../support/builders.js'

test.each([
  ['no profile', undefined, { type: 'RecipientNotFound' }],
  ['a profile', aProfile(), undefined],
  ['a profile without entries', aProfile({ haves: [] }), undefined],
])('%s', (_case, recipientProfile, denial) => {
  expect(recipientExists(aRequest(), someFacts({ recipientProfile }))).toEqual(denial)
})
