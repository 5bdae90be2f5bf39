import { assert, fieldOf } from '../validation/assert.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import { type Pace, retryAtOf } from '../model/pace.js'
import { parseRequest } from '../validation/parse-request.js'
import { checkClaim, checkDate } from '../decision/check-facts.js'
import type { CommitOutcome } from './invitation-repository.js'

/** Checks the stored invitation with this identifier, and returns its fields. */
export function checkInvitation(
  value: unknown,
  asked: InvitationId,
  path = 'the invitation',
): Invitation {
  assert(typeof value === 'object' && value !== null, path, 'an object')
  const parsed = parseRequest(value)
  if (parsed.isErr()) {
    throw new TypeError(`${path}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`)
  }
  const invitationId = fieldOf(value, 'invitationId')
  assert(invitationId === asked, `${path}.invitationId`, `'${asked}'`)
  return {
    invitationId: asked,
    ...parsed.value.request,
    sentAt: checkDate(fieldOf(value, 'sentAt'), `${path}.sentAt`),
    repeatableAt: checkDate(fieldOf(value, 'repeatableAt'), `${path}.repeatableAt`),
  }
}

/** Checks the outcome of committing an invitation. */
export function checkOutcome(
  value: unknown,
  invitation: Invitation,
  pace: Pace | undefined,
): CommitOutcome {
  const type = fieldOf(value, 'type')
  if (type === 'IdTaken') {
    const stored = fieldOf(value, 'invitation')
    return { type, invitation: checkInvitation(stored, invitation.invitationId) }
  }
  if (type === 'PairTaken') {
    const claim = checkClaim(fieldOf(value, 'claim'), 'the claim')
    const isHeld = claim.repeatableAt > invitation.sentAt
    assert(isHeld, 'the claim', 'one that ends after the invitation was sent')
    return { type, claim }
  }
  if (type === 'PaceTaken' && pace) {
    const freeAt = checkDate(fieldOf(value, 'freeAt'), 'freeAt')
    assert(retryAtOf(freeAt, pace) > invitation.sentAt, 'freeAt', 'one that leaves no invitation')
    return { type, freeAt }
  }
  const expected = `Committed, IdTaken${pace ? ', PairTaken or PaceTaken' : ' or PairTaken'}`
  assert(type === 'Committed', 'what commit gives', expected)
  return { type }
}
