import { similarityOf } from '../content/similarity.js'
import { EMPTY_FINGERPRINT } from '../content/text-fingerprint.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The text resembles texts that the inviter has sent to others within the last 30 days (D12).
 *
 * One other recipient of such a text is only advised, even with `deny`; two or more are denied by default.
 *
 * Texts are compared without salutation, closing, names and profile entries. If too little is left, a text is not
 * compared. Best effort: two messages at the same time do not see each other.
 *
 * @since 0.1.0
 */
export interface MassMessage {
  readonly type: 'MassMessage'
  /** The similarity of the most similar of these texts: from 0.7 to 1, both inclusive. A copy has 1. */
  readonly similarity: number
  /** The number of other recipients of such texts, each counted once: at least 1. */
  readonly similarCount: number
}

const LEAST_SIMILARITY = 0.7

/** Mass messages are forbidden (D12). */
export function messageIsIndividual(
  { recipientId }: InvitationRequest,
  { recentFingerprints }: InvitationFacts,
  { textFingerprint = EMPTY_FINGERPRINT }: DraftAnalysis,
): MassMessage | undefined {
  let similarity = 0
  const recipients = new Set<string>()
  for (const recent of recentFingerprints) {
    if (recent.recipientId === recipientId) continue
    const similar = similarityOf(textFingerprint, recent.textFingerprint, LEAST_SIMILARITY)
    if (similar === 0) continue
    similarity = Math.max(similarity, similar)
    recipients.add(recent.recipientId)
  }
  if (recipients.size === 0) return undefined
  return { type: 'MassMessage', similarity, similarCount: recipients.size }
}
