import type { ContentEvidence } from '../content/content-evidence.js'
import type { TextFingerprint } from '../content/text-fingerprint.js'
import type { GivenDraft, ProfileReference } from '../model/invitation.js'

/** The analysis of a draft, made once for all rules. */
export interface DraftAnalysis extends GivenDraft {
  /** The names by which the recipient may be called, as the profile writes them. Empty: none is usable. */
  readonly names: readonly string[]
  /** The entries of the recipient's profile that the draft mentions, or that were declared with it. */
  readonly mentions: readonly ProfileReference[]
  readonly evidence: readonly ContentEvidence[]
  /** `undefined` if no rule compares the text. */
  readonly textFingerprint: TextFingerprint | undefined
}
