import type { ContentEvidence } from '../content/content-evidence.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * The draft has what speaks for multi-level marketing or spam (D12).
 *
 * @since 0.1.0
 */
export interface ProhibitedContent {
  readonly type: 'ProhibitedContent'
  /** All that was found, with its places. */
  readonly evidence: readonly [ContentEvidence, ...ContentEvidence[]]
}

/**
 * Multi-level marketing and spam are forbidden (D12).
 *
 * What speaks for them is the screener's to say; this rule only passes it on.
 */
export function contentIsPermitted(
  _request: InvitationRequest,
  _facts: InvitationFacts,
  { evidence: [first, ...others] }: DraftAnalysis,
): ProhibitedContent | undefined {
  return first && { type: 'ProhibitedContent', evidence: [first, ...others] }
}
