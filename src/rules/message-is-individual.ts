import { similarityTo } from '../content/similarity.js'
import { EMPTY_FINGERPRINT } from '../content/text-fingerprint.js'
import type { InvitationRequest } from '../model/invitation.js'
import { wordsIn } from '../text/words.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The text equals or resembles texts that the inviter has sent to others within the last 30 days (D12).
 *
 * One other recipient of such a text is only advised, even with `deny`; two or more are denied by default.
 *
 * Texts are compared without salutation, closing, names and profile entries, but if fewer than 12 words are left, only
 * without names. Equal ones are copies however short they are; a short text that only resembles another one is none. Best effort: two messages at the same time do not see each
 * other.
 *
 * @since 0.1.0
 */
export interface MassMessage {
  readonly type: 'MassMessage'
  /** The similarity of the most similar of these texts: from 0.7 to 1, both inclusive. A copy has 1. */
  readonly similarity: number
  /** The number of other recipients of such texts, each counted once: at least 1. */
  readonly similarCount: number
  /** The text has fewer than 12 words, salutation and closing included: `sanctionFor` names no sanction for it. */
  readonly isShort?: true
}

const FEWEST_WORDS_OF_SANCTION = 12

const LEAST_SIMILARITY = 0.7

/** Mass messages are forbidden (D12). */
export function messageIsIndividual(
  { recipientId, text }: InvitationRequest,
  { recentFingerprints }: InvitationFacts,
  { textFingerprint = EMPTY_FINGERPRINT }: DraftAnalysis,
): MassMessage | undefined {
  const similarityOf = similarityTo(textFingerprint, LEAST_SIMILARITY)
  let similarity = 0
  const recipients = new Set<string>()
  for (const recent of recentFingerprints) {
    if (recent.recipientId === recipientId) continue
    const similar = similarityOf(recent.textFingerprint)
    if (similar === 0) continue
    similarity = Math.max(similarity, similar)
    recipients.add(recent.recipientId)
  }
  if (recipients.size === 0) return undefined
  const isShort = lengthInWords(text) < FEWEST_WORDS_OF_SANCTION
  return {
    type: 'MassMessage',
    similarity,
    similarCount: recipients.size,
    ...(isShort && { isShort }),
  }
}

/** Scripts without spaces have a word in two letters, about. */
function lengthInWords(text: string): number {
  const letters = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  )
  return wordsIn(text).length + (letters?.length ?? 0) / 2
}
