import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'

/**
 * The recipient is banned from the group. This library's own rule.
 *
 * @since 0.1.0
 */
export interface RecipientBanned {
  readonly type: 'RecipientBanned'
}

/** A group's ban stands until the group lifts it: no member invites past it. This library's own rule. */
export function recipientIsNotBanned(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): RecipientBanned | undefined {
  return facts.recipientStanding === 'banned' ? { type: 'RecipientBanned' } : undefined
}
