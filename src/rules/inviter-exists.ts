import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The inviter has no profile any more: they have left the network, or their access is suspended or deleted. This
 * library's own rule.
 *
 * @since 0.1.0
 */
export interface InviterNotFound {
  readonly type: 'InviterNotFound'
}

/** Only members invite, and no message could name someone who has no profile. This library's own rule. */
export function inviterExists(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): InviterNotFound | undefined {
  return facts.inviterProfile === undefined ? { type: 'InviterNotFound' } : undefined
}
