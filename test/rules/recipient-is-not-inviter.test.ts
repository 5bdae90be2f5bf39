import { expect, test } from 'vitest'
import { recipientIsNotInviter } from '../../src/rules/recipient-is-not-inviter.js'
import { aRequest } from '../support/builders.js'

test.each([
  ['oneself', 'anna', 'anna', { type: 'SelfInvitation' }],
  ['another member', 'anna', 'bernd', undefined],
  ['an id that differs only in case', 'anna', 'Anna', undefined],
  ['an id that looks the same', 'anna', 'аnna', undefined],
])('%s', (_case, inviterId, recipientId, denial) => {
  expect(recipientIsNotInviter(aRequest({ inviterId, recipientId }))).toEqual(denial)
})
