import { decide, deliveriesOf, invitationOf } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW, someFacts } from '../support/builders.js'

const approval = decide(aRequest(), someFacts())._unsafeUnwrap()

test('an approval becomes an invitation, sent when it was decided', () => {
  expect(invitationOf(approval, 'i-1')).toEqual({
    invitationId: 'i-1',
    ...aRequest(),
    sentAt: NOW,
    repeatableAt: new Date('2026-11-12T12:00:00.000Z'),
  })
})

test('an invitation has dates of its own', () => {
  invitationOf(approval, 'i-1').sentAt.setFullYear(1999)
  expect(approval.decidedAt).toEqual(NOW)
})

describe('an identifier', () => {
  test.each(['', 'a:b', 'x'.repeat(65), 7, undefined])('that is %j is a defect', (invitationId) => {
    expect(() => invitationOf(approval, invitationId as string)).toThrow(
      new TypeError(
        'invitationId must be a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -',
      ),
    )
  })
})

test('an invitation has two deliveries, the e-mail first', () => {
  expect(deliveriesOf(invitationOf(approval, 'i-1'))).toEqual([
    { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' },
    { deliveryId: 'i-1.news', invitationId: 'i-1', channel: 'news' },
  ])
})
