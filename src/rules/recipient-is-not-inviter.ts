import type { InvitationCandidate } from '../model/invitation.js'

/**
 * The inviter and the recipient are the same member. This library's own rule.
 *
 * @since 0.1.0
 */
export interface SelfInvitation {
  readonly type: 'SelfInvitation'
}

/** Nobody invites themselves. This library's own rule. */
export function recipientIsNotInviter(candidate: InvitationCandidate): SelfInvitation | undefined {
  return candidate.recipientId === candidate.inviterId ? { type: 'SelfInvitation' } : undefined
}
