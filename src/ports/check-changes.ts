import { checkChange } from '../decision/check-answer-facts.js'
import { checkStanding } from '../decision/check-facts.js'
import type { InvitationChange } from '../model/invitation-change.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { MemberId } from '../model/member.js'
import { assert, fieldOf } from '../validation/assert.js'
import type { ChangeOutcome, ChangeRecord } from './answer-repository.js'
import { checkMap } from './check-answers.js'
import { checkInvitation } from './check-invitation.js'

// Each function checks the answer of an `AnswerRepository` as it arrives, and throws a TypeError that says which promise
// it breaks.

export function checkChanges(answer: unknown): ReadonlyMap<InvitationId, InvitationChange> {
  return checkMap(answer, 'the answer', checkOneChange)
}

const checkOneChange = (change: unknown, invitationId: InvitationId) =>
  checkChange(change, invitationId, 'the change')

/** Checks a list of invitations of one member, and returns no more than `limit`. */
export function checkInvitationsOf(
  answer: unknown,
  memberId: MemberId,
  role: 'inviter' | 'recipient',
  limit: number,
): readonly Invitation[] {
  assert(Array.isArray(answer), 'the answer', 'a list of invitations')
  // Not `map`, which leaves holes out.
  return Array.from<unknown, Invitation>(answer.slice(0, limit), (value) => {
    const invitationId = fieldOf(value, 'invitationId')
    assert(typeof invitationId === 'string', 'the invitation', 'a string', 'invitationId')
    const invitation = checkInvitation(value, invitationId)
    // Anybody else's would show them somebody's letters.
    assert(invitation[`${role}Id`] === memberId, `the ${role} of the invitation`, `'${memberId}'`)
    return invitation
  })
}

/** Checks the outcome of a change. */
export function checkChangeOutcome(value: unknown, record: ChangeRecord): ChangeOutcome {
  const type = fieldOf(value, 'type')
  if (type === 'NotChanged') {
    return { type, change: checkOneChange(fieldOf(value, 'change'), record.change.invitationId) }
  }
  if (type === 'NotAdmitted') {
    assert(record.admit !== undefined, 'what change gives', 'NotAdmitted only with admit')
    return { type }
  }
  assert(type === 'Changed', 'what change gives', 'Changed, NotChanged or NotAdmitted')
  if (record.admit === undefined) return { type }
  const standing = checkStanding(fieldOf(value, 'standing'), 'the standing')
  assert(standing !== 'banned', 'the standing', 'member, moderator or pending')
  return { type, standing }
}
