import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The recipient has switched group invitations off (D6): all, or those of this inviter or into this group (this library's
 * own).
 *
 * This stops the invitation itself: there is neither an e-mail nor a news item.
 *
 * @since 0.1.0
 */
export interface RecipientOptedOut {
  readonly type: 'RecipientOptedOut'
}

/** A member can switch group invitations off (D6). */
export function recipientAcceptsInvitations(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientOptedOut | undefined {
  return facts.recipientOptedOut ? { type: 'RecipientOptedOut' } : undefined
}
