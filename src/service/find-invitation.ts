import type { Invitation, InvitationId } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import { checkInvitation } from '../ports/check-invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'

/** Finds an invitation by its identifier. Rejects with an outage. */
export function findInvitation(
  invitations: Pick<InvitationRepository, 'findInvitation'>,
  invitationId: InvitationId,
): Promise<Invitation | undefined> {
  return ask(
    'invitations',
    'findInvitation',
    () => invitations.findInvitation(invitationId),
    (answer) => (answer === undefined ? undefined : checkInvitation(answer, invitationId)),
  )
}
