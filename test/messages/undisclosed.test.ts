import type { Denial, Disclosed, DisclosedAdvice } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { oneAnswerErrorOfEach, oneOfEachForRecipient } from '../support/answer-errors.js'

describe('what was not disclosed is a TypeError', () => {
  const undisclosed: readonly unknown[] = [
    ...[null, undefined, {}, [], 7, '', 'SelfInvitation', () => 'InvitationDenied'],
    { type: 'InvitationDenied', denials: [{ type: 'RecipientOptedOut' }], advisories: [] },
    { type: 'DependencyFailed', cause: 1 },
    { type: 'InvalidRequest', issues: [] },
    { groupId: 'chess', denials: [] },
    ...Object.values(oneAnswerErrorOfEach),
    { audience: 'staff', type: 'InvitationDenied', denials: [{ type: 'SelfInvitation' }] },
  ]
  const expected =
    'disclosed must be what forInviter, forRecipient, choiceForInviter or adviceForInviter returns'

  test.each(undisclosed)('%j', (value) => {
    const error = new TypeError(expected)
    expect(() => en.describe(value as Disclosed)).toThrow(error)
    expect(() => en.reasons(value as Disclosed)).toThrow(error)
    expect(() => en.advice(value as DisclosedAdvice)).toThrow(error)
  })

  test.each<readonly [others: object, message: string]>([
    [{}, 'disclosed.type must be that of an error'],
    [{ type: 'DependencyFailed' }, 'disclosed.type must be that of an error'],
    [{ type: 'toString' }, 'disclosed.type must be that of an error'],
    [{ advisories: [] }, 'disclosed.type must be that of an error'],
    [{ type: 'InvitationDenied', denials: [] }, 'disclosed.denials must be non-empty'],
    [{ type: 'InvitationExpired' }, 'disclosed.type must be that of an error'],
    [{ type: 'RecipientBanned' }, 'disclosed.type must be that of an error'],
    [{ audience: 'recipient' }, 'disclosed.type must be that of an error'],
    [
      { audience: 'recipient', type: 'InvitationWithdrawn' },
      'disclosed.type must be that of an error',
    ],
    [
      { audience: 'recipient', type: 'InvitationIdReused' },
      'disclosed.type must be that of an error',
    ],
    [{ audience: 'recipient', type: 'toString' }, 'disclosed.type must be that of an error'],
    [
      { audience: 'recipient', type: 'InvitationDenied', denials: [{ type: 'SelfInvitation' }] },
      'disclosed.type must be that of an error',
    ],
  ])('the audience alone makes no reason: %j', (others, message) => {
    const value = { audience: 'inviter', ...others } as Disclosed
    expect(() => en.describe(value)).toThrow(new TypeError(message))
    expect(() => en.reasons(value)).toThrow(new TypeError(message))
  })

  test('the audience alone makes no advice', () => {
    const choice = { audience: 'inviter', groupId: 'chess', denials: [] }
    expect(() => en.advice(choice as unknown as DisclosedAdvice)).toThrow(
      new TypeError('disclosed.advisories must be a list'),
    )
  })

  test.each(Object.values(oneOfEachForRecipient))(
    '$type for the recipient makes no advice, as for nobody',
    (error) => {
      for (const value of [error, JSON.parse(JSON.stringify(error))]) {
        expect(() => en.advice(value as DisclosedAdvice)).toThrow(
          new TypeError('disclosed.advisories must be a list'),
        )
      }
    },
  )

  test.each([null, undefined, {}, { type: '' }, { type: 7 }, 'SelfInvitation'])(
    '%j is no denial for the staff either',
    (value) => {
      expect(() => en.describeForStaff(value as Denial)).toThrow(
        new TypeError('denial.type must be a non-empty string'),
      )
    },
  )
})
