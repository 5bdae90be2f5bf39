import { expect, test } from 'vitest'
import { recipientIsNotPending } from '../../src/rules/recipient-is-not-pending.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  ['pending', true],
  ['member', false],
  ['moderator', false],
  ['banned', false],
  [undefined, false],
] as const)('a recipient whose standing is %s', (recipientStanding, isDenied) => {
  expect(recipientIsNotPending(aRequest(), someFacts({ recipientStanding }))).toEqual(
    isDenied ? { type: 'MembershipPending' } : undefined,
  )
})
