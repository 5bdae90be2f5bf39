import type { ContentEvidence } from '../content/content-evidence.js'
import type { TextFingerprint } from '../content/text-fingerprint.js'
import type { Draft, ProfileReference } from '../model/invitation.js'

/** A draft as it came, before normalising. */
export interface GivenDraft {
  readonly given: Draft
  /**
   * Whether its text is known to have nothing but line breaks and characters that stand for themselves: none unsafe.
   */
  readonly isTextPlain: boolean
}

/** What was read out of a draft before the rules are asked, once for all of them. */
export interface DraftAnalysis extends GivenDraft {
  /** The names by which the recipient may be called, as the profile writes them; empty: there is no usable one. */
  readonly names: readonly string[]
  /** The entries of the recipient's profile that the draft refers to, or that were declared with it. */
  readonly mentions: readonly ProfileReference[]
  /** What the screener has found. */
  readonly evidence: readonly ContentEvidence[]
  /** What recognises copies of the text. */
  readonly textFingerprint: TextFingerprint
}
