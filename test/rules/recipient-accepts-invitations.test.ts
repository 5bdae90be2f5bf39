import { expect, test } from 'vitest'
import { recipientAcceptsInvitations } from '../../src/rules/recipient-accepts-invitations.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  [true, { type: 'RecipientOptedOut' }],
  [false, undefined],
])('opted out: %s', (recipientOptedOut, denial) => {
  expect(recipientAcceptsInvitations(aRequest(), someFacts({ recipientOptedOut }))).toEqual(denial)
})
