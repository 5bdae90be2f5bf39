import { expect, test } from 'vitest'
import { recipientIsNotMember } from '../../src/rules/recipient-is-not-member.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  ['member', true],
  ['moderator', true],
  ['pending', false],
  ['banned', false],
  [undefined, false],
] as const)('a recipient whose standing is %s', (recipientStanding, isDenied) => {
  expect(recipientIsNotMember(aRequest(), someFacts({ recipientStanding }))).toEqual(
    isDenied ? { type: 'AlreadyMember' } : undefined,
  )
})
