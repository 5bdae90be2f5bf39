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
    isDenied ? { type: 'MembershipPending', inviterMayAdmit: false } : undefined,
  )
})

test.each([
  ['moderator', true],
  ['member', false],
  ['pending', false],
  ['banned', false],
  [undefined, false],
] as const)('an inviter whose standing is %s may admit: %s', (inviterStanding, inviterMayAdmit) => {
  const facts = someFacts({ inviterStanding, recipientStanding: 'pending' })
  expect(recipientIsNotPending(aRequest(), facts)).toEqual({
    type: 'MembershipPending',
    inviterMayAdmit,
  })
})
