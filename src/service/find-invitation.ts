import type { Result } from 'neverthrow'
import type { DependencyFailed } from '../model/errors.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import { askAll } from '../ports/asking.js'
import { readInvitation } from '../ports/check-invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'

/** Asks for an invitation by its identifier. Never rejects. */
export async function findInvitation(
  invitations: Pick<InvitationRepository, 'findInvitation'>,
  invitationId: InvitationId,
): Promise<Result<Invitation | undefined, DependencyFailed>> {
  const call = {
    repository: 'invitations',
    operation: 'findInvitation',
    ask: () => invitations.findInvitation(invitationId),
    read: (answer: unknown) =>
      answer === undefined ? undefined : readInvitation(answer, invitationId, 'the invitation'),
  }
  const found = await askAll([call])
  return found.map(([invitation]) => invitation)
}
