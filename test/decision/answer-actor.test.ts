import {
  type AnswerFacts,
  decideAnswer,
  type Invitation,
  type InvitationActor,
} from 'group-invitations'
import { expect, test } from 'vitest'

const invitation: Invitation = {
  invitationId: 'i-1',
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'ts',
  route: 'profile',
  text: 'Lieber Bernd!',
  sentAt: new Date('2026-09-02T09:30:00.000Z'),
  repeatableAt: new Date('2027-03-02T09:30:00.000Z'),
}

const facts: AnswerFacts = {
  now: invitation.sentAt,
  change: undefined,
  group: undefined,
  inviterProfile: undefined,
  inviterStanding: undefined,
  recipientStanding: undefined,
  actorStanding: undefined,
}

const withdraw = (actor: unknown) =>
  // JavaScript can pass anything.
  decideAnswer('withdraw', invitation, actor as InvitationActor, facts)

test('a member does not become the network by a key without a value', () => {
  expect(withdraw({ memberId: 'clara', network: undefined })._unsafeUnwrapErr()).toEqual({
    type: 'InvitationNotFound',
    invitationId: 'i-1',
  })
})
