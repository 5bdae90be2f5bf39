import type { CandidateFacts, InvitationFacts } from './facts.js'
import type { Draft, InvitationCandidate, InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis, GivenDraft } from './draft-analysis.js'

/**
 * A reason against an invitation: plain readonly data, told apart by `type`.
 *
 * @since 0.1.0
 */
export interface Denial {
  /** The name of the denial's interface; of an own rule's denial the string that its `check` gives. */
  readonly type: string
}

/**
 * A rule: one sentence of the domain as a pure function, which returns its denial or nothing.
 *
 * It does no I/O, reads no clock, keeps no state and never throws. It judges its own sentence alone, whatever the
 * other rules say, so that all reasons are told at once. `request` is well formed, its draft normalised; `reading` is
 * what was read out of the draft beforehand.
 */
export type Rule<RuleDenial extends Denial = Denial> = (
  request: InvitationRequest,
  facts: InvitationFacts,
  reading: DraftAnalysis,
) => RuleDenial | undefined

/** A rule that looks at the people alone, and so can judge before anything is written. */
export type CandidateRule<RuleDenial extends Denial = Denial> = (
  candidate: InvitationCandidate,
  facts: CandidateFacts,
) => RuleDenial | undefined

/** A rule that looks at the form of what is written alone, and so can judge where no facts are at hand. */
export type FormRule<RuleDenial extends Denial = Denial> = (
  draft: Draft,
  facts: unknown,
  reading: GivenDraft,
) => RuleDenial | undefined
