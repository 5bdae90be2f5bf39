import { expect, test } from 'vitest'
import { recipientIsDirectContact } from '../../src/rules/recipient-is-direct-contact.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  ['group', false, { type: 'NotADirectContact' }],
  ['group', true, undefined],
  ['profile', false, undefined],
  ['profile', true, undefined],
] as const)('from the %s, contacts: %s', (route, areDirectContacts, denial) => {
  expect(recipientIsDirectContact(aRequest({ route }), someFacts({ areDirectContacts }))).toEqual(
    denial,
  )
})
