import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'

/**
 * The recipient has switched group invitations off (D6).
 *
 * @since 0.1.0
 */
export interface RecipientOptedOut {
  readonly type: 'RecipientOptedOut'
}

/**
 * A member can switch group invitations off altogether (D6).
 *
 * The opt-out stops the invitation itself, and so the e-mail and the news item both.
 */
export function recipientAcceptsInvitations(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientOptedOut | undefined {
  return facts.recipientOptedOut ? { type: 'RecipientOptedOut' } : undefined
}
