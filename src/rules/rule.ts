import type {
  Draft,
  GivenDraft,
  InvitationCandidate,
  InvitationRequest,
} from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { CandidateFacts, InvitationFacts } from './facts.js'

/**
 * A reason against an invitation: plain readonly data, distinguished by `type`.
 *
 * @since 0.1.0
 */
export interface Denial {
  /** The name of the denial's interface. A custom rule chooses its own. */
  readonly type: string
}

/** A pure function that returns its denial or nothing. It never throws. The draft of `request` is normalised. */
export type Rule<RuleDenial extends Denial = Denial> = (
  request: InvitationRequest,
  facts: InvitationFacts,
  analysis: DraftAnalysis,
) => RuleDenial | undefined

/** A rule that needs no draft. */
export type CandidateRule<RuleDenial extends Denial = Denial> = (
  candidate: InvitationCandidate,
  facts: CandidateFacts,
) => RuleDenial | undefined

/** A rule that needs no facts. */
export type FormRule<RuleDenial extends Denial = Denial> = (
  draft: Draft,
  facts: unknown,
  given: GivenDraft,
) => RuleDenial | undefined
