import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'

/**
 * The recipient has asked to join the group and waits for an answer. This library's own rule.
 *
 * @since 0.1.0
 */
export interface MembershipPending {
  readonly type: 'MembershipPending'
}

/** Who has asked to join needs an answer, no invitation. This library's own rule. */
export function recipientIsNotPending(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): MembershipPending | undefined {
  return facts.recipientStanding === 'pending' ? { type: 'MembershipPending' } : undefined
}
