import type { Certainty } from '../content/certainty.js'
import { certaintyOf, type ContentEvidence } from '../content/content-evidence.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The draft has evidence of multi-level marketing or spam (D12), or of what else a service's own `screen` looks for.
 *
 * It is only advised if it is suspected, even with `deny`.
 *
 * @since 0.1.0
 */
export interface ProhibitedContent {
  readonly type: 'ProhibitedContent'
  /** `sure` if any evidence is. */
  readonly certainty: Certainty
  /** Everything that `screen`, or the built-in screener, has found. */
  readonly evidence: readonly [ContentEvidence, ...ContentEvidence[]]
}

/** Multi-level marketing and spam are forbidden (D12). */
export function contentIsPermitted(
  _request: InvitationRequest,
  _facts: InvitationFacts,
  { evidence: [first, ...others] }: DraftAnalysis,
): ProhibitedContent | undefined {
  if (first === undefined) return undefined
  const evidence = [first, ...others] as const
  return { type: 'ProhibitedContent', certainty: certaintyOf(evidence), evidence }
}
