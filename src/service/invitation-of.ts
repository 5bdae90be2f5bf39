import type { InvitationApproval } from '../decision/verdict.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/identifiers.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import { assert } from '../validation/assert.js'

/**
 * The invitation that an approval becomes when it is sent, for services that do their own writing.
 *
 * @throws TypeError if `invitationId` is not 1 to 64 of the characters `A-Z a-z 0-9 . _ ~ -`.
 *
 * @since 0.1.0
 */
export function invitationOf(
  { request, decidedAt, repeatableAt }: InvitationApproval,
  invitationId: InvitationId,
): Invitation {
  assert(isInvitationId(invitationId), 'invitationId', AN_INVITATION_ID)
  const sentAt = new Date(decidedAt)
  return { invitationId, ...request, sentAt, repeatableAt: new Date(repeatableAt) }
}
