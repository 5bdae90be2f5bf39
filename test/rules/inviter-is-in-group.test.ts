import { expect, test } from 'vitest'
import { inviterIsInGroup } from '../../src/rules/inviter-is-in-group.js'
import { aRequest, someFacts } from '../support/builders.js'

const denial = { type: 'InviterNotInGroup', groupId: 'chess' }

test.each([
  ['member', undefined],
  ['moderator', undefined],
  ['pending', denial],
  ['banned', denial],
  [undefined, denial],
] as const)('an inviter whose standing is %s', (inviterStanding, expected) => {
  const request = aRequest({ groupId: 'chess' })
  expect(inviterIsInGroup(request, someFacts({ inviterStanding }))).toEqual(expected)
})
