import type { Certainty } from './certainty.js'
import type { DraftPlace } from './draft-place.js'

/**
 * A kind of content that is forbidden in an invitation (D12).
 *
 * @since 0.1.0
 */
export type ProhibitedCategory = 'multi-level-marketing' | 'spam'

/** Completes the sentence "must be …" for a value that is not a category. */
export const A_CATEGORY = 'multi-level-marketing or spam'

export function isProhibitedCategory(value: unknown): value is ProhibitedCategory {
  return value === 'multi-level-marketing' || value === 'spam'
}

/**
 * One piece of evidence as `screen` returns it, and its place in the draft.
 *
 * @since 0.1.0
 */
export interface ScreenedEvidence extends DraftPlace {
  readonly category: ProhibitedCategory
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
