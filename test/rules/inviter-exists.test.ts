import { expect, test } from 'vitest'
import { inviterExists } from '../../src/rules/inviter-exists.js'
import { anInviter, aRequest, someFacts } from '../support/builders.js'

test.each([
  ['no profile', undefined, { type: 'InviterNotFound' }],
  ['a profile', anInviter(), undefined],
  ['a profile without entries', anInviter({ wants: [] }), undefined],
])('an inviter with %s', (_case, inviterProfile, denial) => {
  expect(inviterExists(aRequest(), someFacts({ inviterProfile }))).toEqual(denial)
})
