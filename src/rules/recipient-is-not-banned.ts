import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The recipient is banned from the group. This library's own rule.
 *
 * @since 0.1.0
 */
export interface RecipientBanned {
  readonly type: 'RecipientBanned'
}

/** Someone whom the group has banned is not invited until the group lifts the ban. This library's own rule. */
export function recipientIsNotBanned(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientBanned | undefined {
  return facts.recipientStanding === 'banned' ? { type: 'RecipientBanned' } : undefined
}
