import { similarityOf } from '../content/similarity.js'
import { EMPTY_FINGERPRINT } from '../content/text-fingerprint.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * The text is much the same as what the inviter has sent to others within the last 30 days (D12).
 *
 * @since 0.1.0
 */
export interface MassMessage {
  readonly type: 'MassMessage'
  /** How similar the most similar of these texts is: from 0.7 to 1, both inclusive, where 1 is a copy. */
  readonly similarity: number
  /** How many other recipients have got such a text, each counted once: at least 1. */
  readonly similarCount: number
}

/** From this similarity on, inclusive, a text is much the same as another. */
const SIMILAR = 0.7

/**
 * Mass messages are forbidden (D12).
 *
 * Compared are the texts without salutation, closing, names and profile entries, with what the inviter has sent to
 * others in the last 30 days. Silent on a text in which too little is left to be compared. Best effort: two messages
 * at the same time do not see each other.
 */
export function messageIsIndividual(
  { recipientId }: InvitationRequest,
  { recentFingerprints }: InvitationFacts,
  { textFingerprint = EMPTY_FINGERPRINT }: DraftAnalysis,
): MassMessage | undefined {
  let similarity = 0
  const recipients = new Set<string>()
  for (const recent of recentFingerprints) {
    if (recent.recipientId === recipientId) continue
    const similar = similarityOf(textFingerprint, recent.textFingerprint, SIMILAR)
    if (similar === 0) continue
    similarity = Math.max(similarity, similar)
    recipients.add(recent.recipientId)
  }
  if (recipients.size === 0) return undefined
  return { type: 'MassMessage', similarity, similarCount: recipients.size }
}
