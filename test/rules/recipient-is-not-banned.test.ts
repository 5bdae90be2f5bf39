import { expect, test } from 'vitest'
import { recipientIsNotBanned } from '../../src/rules/recipient-is-not-banned.js'
import { aRequest, someFacts } from '../support/builders.js'

test.each([
  ['banned', true],
  ['member', false],
  ['moderator', false],
  ['pending', false],
  [undefined, false],
] as const)('a recipient whose standing is %s', (recipientStanding, isDenied) => {
  expect(recipientIsNotBanned(aRequest(), someFacts({ recipientStanding }))).toEqual(
    isDenied ? { type: 'RecipientBanned' } : undefined,
  )
})
