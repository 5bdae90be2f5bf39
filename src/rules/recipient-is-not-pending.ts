import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The recipient has asked to join the group and is waiting for an answer. This library's own rule.
 *
 * @since 0.1.0
 */
export interface MembershipPending {
  readonly type: 'MembershipPending'
  /** Whether the inviter is a moderator, who sees the request to join and can admit the recipient. */
  readonly inviterMayAdmit: boolean
}

/** Someone who has asked to join needs an answer, not an invitation. This library's own rule. */
export function recipientIsNotPending(
  _candidate: InvitationCandidate,
  { inviterStanding, recipientStanding }: CandidateFacts,
): MembershipPending | undefined {
  if (recipientStanding !== 'pending') return undefined
  return { type: 'MembershipPending', inviterMayAdmit: inviterStanding === 'moderator' }
}
