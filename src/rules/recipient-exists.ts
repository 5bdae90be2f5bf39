import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'

/**
 * There is no such member, or none whom the inviter may see. This library's own rule.
 *
 * @since 0.1.0
 */
export interface RecipientNotFound {
  readonly type: 'RecipientNotFound'
}

/** Members invite members: without a profile there is nobody to invite. This library's own rule. */
export function recipientExists(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientNotFound | undefined {
  return facts.recipientProfile === undefined ? { type: 'RecipientNotFound' } : undefined
}
