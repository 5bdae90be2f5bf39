import type {
  Draft,
  GivenDraft,
  InvitationCandidate,
  InvitationRequest,
} from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { CandidateFacts, InvitationFacts } from './facts.js'

/**
 * A reason against an invitation: plain readonly data, told apart by `type`.
 *
 * @since 0.1.0
 */
export interface Denial {
  /** The name of the denial's interface; for a custom rule, the string that its `check` returns. */
  readonly type: string
}

/**
 * One sentence of the domain as a pure function, which returns its denial or nothing.
 *
 * It does no I/O, reads no clock, keeps no state and never throws. It judges its own sentence alone, whatever the other
 * rules say. `request` is parsed and its draft normalised.
 */
export type Rule<RuleDenial extends Denial = Denial> = (
  request: InvitationRequest,
  facts: InvitationFacts,
  analysis: DraftAnalysis,
) => RuleDenial | undefined

/** A rule that judges the people alone, before anything is written. */
export type CandidateRule<RuleDenial extends Denial = Denial> = (
  candidate: InvitationCandidate,
  facts: CandidateFacts,
) => RuleDenial | undefined

/** A rule that judges the form of the draft alone, without any facts. */
export type FormRule<RuleDenial extends Denial = Denial> = (
  draft: Draft,
  facts: unknown,
  given: GivenDraft,
) => RuleDenial | undefined
