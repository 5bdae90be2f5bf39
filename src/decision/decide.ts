import { err, type Result } from 'neverthrow'
import { enforcementFor, type EnforcementOptions, enforcementWith } from './enforcement.js'
import type { InvalidRequest } from '../model/errors.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { InvitationRequest } from '../model/invitation.js'
import { parseRequest } from '../validation/parse-request.js'
import { analyzeDraft } from './analyze-draft.js'
import { readFacts } from './check-facts.js'
import { applyRules } from './rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from './verdict.js'

/**
 * What may be changed in a decision.
 *
 * @since 0.1.0
 */
export interface DecisionOptions {
  /** How the content rules are enforced, where it is not by default. */
  readonly enforcement?: EnforcementOptions | undefined
}

/**
 * Decides on an invitation from facts at hand: the pure core, synchronous and without any I/O.
 *
 * Decides what `InvitationPolicy.evaluate` decides on the same request, facts and `enforcement`, a service's own rules
 * aside. What an own matcher or screener finds is to be given as `mentions` and `evidence` of the facts; without them
 * the built-in ones read the draft.
 *
 * @throws TypeError if the facts are incomplete or of a wrong type, their `now` is in the last 217 days that a `Date`
 * can hold, or the enforcement is none: that is a defect of the program, and no verdict.
 *
 * @since 0.1.0
 */
export function decide(
  request: InvitationRequest,
  facts: InvitationFacts,
  options: DecisionOptions = {},
): Result<InvitationApproval, InvalidRequest | InvitationDenied> {
  const known = readFacts(facts)
  const settings = enforcementWith(options.enforcement)
  const parsed = parseRequest(request)
  if (parsed.isErr()) return err(parsed.error)
  const { request: judged } = parsed.value
  const enforcement = enforcementFor(judged, settings)
  const reading = analyzeDraft(parsed.value, known, enforcement)
  const { denials, advisories } = applyRules(judged, known, reading, enforcement)
  return verdictOf(judged, known, reading, denials, advisories)
}
