import { err, type Result } from 'neverthrow'
import { analyzeDraft } from '../decision/analyze-draft.js'
import { checkFacts } from '../decision/check-facts.js'
import { type ContentEnforcement, enforcementFor } from '../decision/enforcement.js'
import { applyRules } from '../decision/rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from '../decision/verdict.js'
import type { InvalidRequest } from '../model/errors.js'
import type { InvitationRequest } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { parseRequest } from '../validation/parse-request.js'
import { candidateOf, type Candidates, candidatesOf } from './candidates.js'
import { consult } from './consult.js'
import { customDenials, loadAll } from './custom-denials.js'
import { factsAbout, findAnswers } from './find-answers.js'
import { now, type PolicySetup } from './set-up.js'

type Verdict = Result<InvitationApproval, InvalidRequest | InvitationDenied<Denial>>

/** The way of a request: parse, find facts, judge, answer. Rejects with the first outage. */
export async function evaluate(setup: PolicySetup, value: unknown): Promise<Verdict> {
  const parsed = parseRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { request } = parsed.value
  const enforcement = enforcementFor(request, setup.enforcement)
  const candidates = candidatesOf(request)
  const decidedAt = now(setup)

  const [found, loaded] = await Promise.all([
    findFacts(setup, request, candidates, decidedAt, enforcement),
    loadAll(setup.rules, candidates, decidedAt),
  ])
  const facts = await consult(setup, request, found, enforcement)

  const analysis = analyzeDraft(parsed.value, facts, enforcement)
  const { denials, advisories } = applyRules(request, facts, analysis, enforcement)
  const custom = customDenials(setup.rules, candidateOf(request), loaded, facts)
  return verdictOf<Denial>(request, facts, analysis, [...denials, ...custom], advisories)
}

/** The facts by one call of the service's own, or from the repositories. */
async function findFacts(
  { loadFacts, repositories }: PolicySetup,
  request: InvitationRequest,
  candidates: Candidates,
  decidedAt: Date,
  { MassMessage }: ContentEnforcement,
): Promise<InvitationFacts> {
  if (loadFacts) return ask('loadFacts', 'call', () => loadFacts(request, decidedAt), checkFacts)
  const withoutFingerprints = MassMessage === 'off'
  const answers = await findAnswers(repositories, candidates, decidedAt, { withoutFingerprints })
  const { recentFingerprints } = answers
  return { ...factsAbout(request, answers), recentFingerprints }
}
