import type { MemberId } from '../model/member.js'
import type { TextFingerprint } from './text-fingerprint.js'

/**
 * What is remembered of the text of an invitation that was sent.
 *
 * @since 0.1.0
 */
export interface RecentFingerprint {
  readonly recipientId: MemberId
  /** The `textFingerprint` of the approval that was sent. One of an unknown version is passed over. */
  readonly textFingerprint: TextFingerprint
}

/**
 * How many days a sent text is remembered, each of 24 hours: what is younger, or as old, is compared.
 *
 * It serves the rule on mass messages (D12); the number is this library's own.
 *
 * @since 0.1.0
 */
export const RECENT_FINGERPRINT_DAYS = 30

/**
 * The most fingerprints that one evaluation asks the repository for: the latest. The number is this library's own.
 *
 * @since 0.1.0
 */
export const RECENT_FINGERPRINT_LIMIT = 100
