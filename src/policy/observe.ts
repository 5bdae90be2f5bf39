import type { Result } from 'neverthrow'
import { needsEvidence, needsMentions } from '../decision/analyze-draft.js'
import type { ContentEnforcement } from '../decision/enforcement.js'
import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'
import type { InvitationRequest } from '../model/invitation.js'
import { askNow } from '../ports/asking.js'
import type { DraftAnalysis } from '../rules/draft-analysis.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { assert, fieldOf } from '../validation/assert.js'

/**
 * One decision of `evaluate`, with all that led to it.
 *
 * `decide(request, facts, options)` with the `enforcement` and the `pace` of the policy returns the same verdict, custom
 * rules aside. `serializeFacts` makes the facts survive JSON.
 *
 * @since 0.1.0
 */
export interface Observation {
  /** The fields of the request, with subject and text as they were given. */
  readonly request: InvitationRequest
  /**
   * The facts, with `mentions` and `evidence` as they were found. What no enforced rule needed was not looked up:
   * `mentions` or `evidence` is `undefined` then, and `recentFingerprints` is empty.
   */
  readonly facts: InvitationFacts
  /** What `evaluate` returns, with the denials of custom rules. */
  readonly verdict: Result<InvitationApproval, InvitationDenied<Denial>>
}

/**
 * Observes each decision; for `options.observe`.
 *
 * - It is called once for each evaluation that comes to a verdict, before the verdict is returned; also by `send`, before
 *   anything is written. It is not called for an `InvalidRequest`, an outage, a picker, or a delivery, nor for a
 *   replay, unless the earlier try is stored so late that `send` finds it only after the verdict.
 * - It is called synchronously, and what it returns is ignored, except a promise: what fails later would be missed. Put the
 *   observation on a queue, and write the queue elsewhere.
 * - If it throws, or returns a promise, the evaluation is a `DependencyFailed` of `observe`: no decision without its record.
 * - It must change nothing: the verdict and the facts are those of the evaluation itself.
 *
 * @since 0.1.0
 */
export type Observe = (observation: Observation) => void

/** Shows a decision to the service. Throws an outage. */
export function show(
  observe: Observe,
  request: InvitationRequest,
  facts: InvitationFacts,
  verdict: Observation['verdict'],
): void {
  askNow('observe', 'call', () => observe({ request, facts, verdict }), checkNoPromise)
}

function checkNoPromise(answer: unknown): void {
  const isPromise = typeof fieldOf(answer, 'then') === 'function'
  assert(!isPromise, 'what observe returns', 'no promise: what fails later would be missed')
}

/** The facts with what the analysis found. */
export function withFindings(
  facts: InvitationFacts,
  { mentions, evidence }: DraftAnalysis,
  enforcement: ContentEnforcement,
): InvitationFacts {
  return {
    ...facts,
    mentions: needsMentions(enforcement) ? mentions : facts.mentions,
    evidence: needsEvidence(enforcement) ? evidence : facts.evidence,
  }
}
