import type { MemberId } from '../model/member.js'
import type { TextSignature } from './text-signature.js'

/**
 * What is remembered of the text of an invitation that was sent.
 *
 * @since 0.1.0
 */
export interface RecentSignature {
  readonly recipientId: MemberId
  /** The `textSignature` of the approval that was sent. One of an unknown version is passed over. */
  readonly textSignature: TextSignature
}

/**
 * How many days a sent text is remembered, each of 24 hours: what is younger, or as old, is compared.
 *
 * It serves the rule on mass messages (D12); the number is this library's own.
 *
 * @since 0.1.0
 */
export const RECENT_SIGNATURE_DAYS = 30

/**
 * The most signatures that one evaluation asks the repository for: the latest. The number is this library's own.
 *
 * @since 0.1.0
 */
export const RECENT_SIGNATURE_LIMIT = 100
