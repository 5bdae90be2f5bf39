import type { ContentEvidence } from '../content/content-evidence.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The draft has evidence of multi-level marketing or spam (D12).
 *
 * @since 0.1.0
 */
export interface ProhibitedContent {
  readonly type: 'ProhibitedContent'
  /** Everything that `screen`, or the built-in screener, has found. */
  readonly evidence: readonly [ContentEvidence, ...ContentEvidence[]]
}

/** Multi-level marketing and spam are forbidden (D12). */
export function contentIsPermitted(
  _request: InvitationRequest,
  _facts: InvitationFacts,
  { evidence: [first, ...others] }: DraftAnalysis,
): ProhibitedContent | undefined {
  return first && { type: 'ProhibitedContent', evidence: [first, ...others] }
}
