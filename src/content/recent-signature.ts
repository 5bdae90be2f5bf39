import type { MemberId } from '../member.js'
import type { TextSignature } from './text-signature.js'

/** What is remembered of the text of an invitation that was sent. */
export interface RecentSignature {
  readonly recipientId: MemberId
  /** The `textSignature` of the approval that was sent. One of an unknown version is passed over. */
  readonly textSignature: TextSignature
}
