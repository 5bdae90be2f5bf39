import { err, type Result } from 'neverthrow'
import type { InvalidRequest } from '../model/errors.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { InvitationFacts } from '../rules/facts.js'
import { optionsIn } from '../validation/assert.js'
import { parseRequest } from '../validation/parse-request.js'
import { analyzeDraft } from './analyze-draft.js'
import { checkPlaces } from './check-content.js'
import { checkFacts } from './check-facts.js'
import { enforcementFor, type EnforcementOptions, enforcementWith } from './enforcement.js'
import { type PaceOptions, paceWith } from './pace-options.js'
import { applyRules } from './rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from './verdict.js'

/**
 * The settings of one decision. An unknown key is a `TypeError`.
 *
 * @since 0.1.0
 */
export interface DecisionOptions {
  /** Changes how content rules are enforced. */
  readonly enforcement?: EnforcementOptions | undefined
  /** How fast an inviter may send. Absent: as fast as they like. */
  readonly pace?: PaceOptions | undefined
}

/**
 * Decides on an invitation from facts at hand: the pure core, synchronous and without any I/O.
 *
 * Decides exactly what `InvitationPolicy.evaluate` decides on the same request, facts, `enforcement` and `pace`, custom
 * rules aside. Without `mentions` and `evidence` in the facts, the built-in functions analyse the draft.
 *
 * @throws TypeError if the facts are incomplete or of a wrong type, their `now` is later than `CandidateFacts`
 * allows, or an option is unknown or of the wrong type.
 *
 * @since 0.1.0
 */
export function decide(
  request: InvitationRequest,
  facts: InvitationFacts,
  options: DecisionOptions = {},
): Result<InvitationApproval, InvalidRequest | InvitationDenied> {
  const given = optionsIn(options, 'options', ['enforcement', 'pace'])
  const pace = paceWith(given.pace)
  const settings = enforcementWith(given.enforcement)
  const checked = checkFacts(facts, pace !== undefined)
  const parsed = parseRequest(request)
  if (parsed.isErr()) return err(parsed.error)
  if (checked.evidence) checkPlaces(checked.evidence, parsed.value.request, 'facts.evidence')
  const enforcement = enforcementFor(parsed.value.request, settings)
  const analysis = analyzeDraft(parsed.value, checked, enforcement)
  const results = applyRules(parsed.value.request, checked, analysis, enforcement, pace)
  return verdictOf(parsed.value.request, checked, analysis, results, pace)
}
