import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * There is no such member, or the inviter may not see them. This library's own rule.
 *
 * @since 0.1.0
 */
export interface RecipientNotFound {
  readonly type: 'RecipientNotFound'
}

/** Only members can be invited, so the recipient must have a profile. This library's own rule. */
export function recipientExists(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientNotFound | undefined {
  return facts.recipientProfile === undefined ? { type: 'RecipientNotFound' } : undefined
}
