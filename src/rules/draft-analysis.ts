import type { ContentEvidence } from '../content/content-evidence.js'
import type { TextFingerprint } from '../content/text-fingerprint.js'
import type { GivenDraft, ProfileReference } from '../model/invitation.js'

/** The analysis of a draft, made once for all rules. */
export interface DraftAnalysis extends GivenDraft {
  /** The names that count in a salutation, as the profile writes them. Empty: no name is usable. */
  readonly names: readonly string[]
  /** Whether the text calls the recipient by name; `false` if no rule needs it. */
  readonly isCalledByName: boolean
  /** Entries of the recipient's profile, mentioned in the text or declared in the request. */
  readonly mentions: readonly ProfileReference[]
  readonly evidence: readonly ContentEvidence[]
  /** `undefined` if nothing was analysed. */
  readonly textFingerprint: TextFingerprint | undefined
}
