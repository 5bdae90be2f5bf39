import { assert, fieldOf } from '../validation/assert.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import { parseRequest } from '../validation/parse-request.js'
import { readClaim, readDate } from '../decision/check-facts.js'
import type { CommitOutcome } from './invitation-repository.js'

// As in read-facts.ts: each function checks at run time what the type promises, reads it once, and copies.

/** Reads the invitation that was asked for by its identifier. */
export function readInvitation(value: unknown, asked: InvitationId, path: string): Invitation {
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
    sentAt: readDate(fieldOf(value, 'sentAt'), `${path}.sentAt`),
    repeatableAt: readDate(fieldOf(value, 'repeatableAt'), `${path}.repeatableAt`),
  }
}

/** Reads what has become of the commit of an invitation. */
export function readOutcome(value: unknown, invitation: Invitation): CommitOutcome {
  const type = fieldOf(value, 'type')
  if (type === 'IdTaken') {
    const stored = fieldOf(value, 'invitation')
    return { type, invitation: readInvitation(stored, invitation.invitationId, 'the invitation') }
  }
  if (type === 'PairTaken') {
    const claim = readClaim(fieldOf(value, 'claim'), 'the claim')
    const isHeld = claim !== undefined && claim.repeatableAt > invitation.sentAt
    assert(isHeld, 'the claim', 'one that ends after the invitation was sent')
    return { type, claim }
  }
  assert(type === 'Committed', 'what commit gives', 'Committed, IdTaken or PairTaken')
  return { type }
}
