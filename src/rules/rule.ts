import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * A reason against an invitation: plain readonly data, distinguished by `type`.
 *
 * @since 0.1.0
 */
export interface Denial {
  /** The name of the denial's interface. A custom rule chooses its own. */
  readonly type: string
}

/**
 * A pure function that returns its denial or nothing. It never throws. The draft of `request` is normalised.
 * A rule that judges the candidate or the form takes fewer facts, so that it can be applied without the rest.
 */
export type Rule<RuleDenial extends Denial = Denial> = (
  request: InvitationRequest,
  facts: InvitationFacts,
  analysis: DraftAnalysis,
) => RuleDenial | undefined
