import type { Certainty } from './certainty.js'
import type { DraftPlace } from './draft-place.js'

/**
 * A kind of content that the network forbids in an invitation (D12). The built-in screener knows these two.
 *
 * @since 0.1.0
 */
export type ProhibitedCategory = 'multi-level-marketing' | 'spam'

/** Completes the sentence "must be …" for a value that is not a category of the network. */
export const A_PROHIBITED_CATEGORY = 'multi-level-marketing or spam'

export function isProhibitedCategory(value: unknown): value is ProhibitedCategory {
  return value === 'multi-level-marketing' || value === 'spam'
}

/**
 * The category of evidence: one of the network, or another string that a service's own `screen` returns.
 *
 * It is a well-formed string of 1 to 64 code points without control characters. `Spam` is not `spam`, and has neither its
 * words nor its sanction. Categories of a service's own are this library's own.
 *
 * @since 0.1.0
 */
// Not `string` alone: editors complete the categories of the network.
export type EvidenceCategory = ProhibitedCategory | (string & {})

// As in `identifiers.ts`.
const category = /^[^\0-\x1F\x7F-\x9F\uD800-\uDFFF]{1,64}$/u

/** Completes the sentence "must be …" for a value that is not a category. */
export const AN_EVIDENCE_CATEGORY =
  'a well-formed string of 1 to 64 code points without control characters'

export function isEvidenceCategory(value: unknown): value is EvidenceCategory {
  return typeof value === 'string' && category.test(value)
}

/**
 * One piece of evidence as `screen` returns it, and its place in the draft.
 *
 * @since 0.1.0
 */
export interface ScreenedEvidence extends DraftPlace {
  readonly category: EvidenceCategory
  /** The words as they stand in the draft, or a classifier's reason in words that a person understands. */
  readonly term: string
  /** Absent: `sure`. */
  readonly certainty?: Certainty | undefined
}

/**
 * One piece of evidence that a draft has prohibited content, and its place in the draft.
 *
 * @since 0.1.0
 */
export interface ContentEvidence extends ScreenedEvidence {
  readonly certainty: Certainty
}

/** `sure` if any evidence is. */
export function certaintyOf(evidence: readonly Pick<ContentEvidence, 'certainty'>[]): Certainty {
  return evidence.some(({ certainty }) => certainty === 'sure') ? 'sure' : 'suspected'
}
