import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The recipient has asked to join the group and is waiting for an answer. This library's own rule.
 *
 * @since 0.1.0
 */
export interface MembershipPending {
  readonly type: 'MembershipPending'
}

/** Someone who has asked to join needs an answer, not an invitation. This library's own rule. */
export function recipientIsNotPending(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): MembershipPending | undefined {
  return facts.recipientStanding === 'pending' ? { type: 'MembershipPending' } : undefined
}
