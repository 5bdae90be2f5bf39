import { err, type Result } from 'neverthrow'
import { analyzeDraft } from '../decision/analyze-draft.js'
import { checkFacts } from '../decision/check-facts.js'
import { enforcementFor } from '../decision/enforcement.js'
import { applyRules } from '../decision/rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from '../decision/verdict.js'
import type { InvalidRequest } from '../model/errors.js'
import type { InvitationRequest } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { parseRequest } from '../validation/parse-request.js'
import { candidatesOf } from './candidates.js'
import { consult } from './consult.js'
import { customDenials, loadAll } from './custom-denials.js'
import { type Answers, factsAbout, findAnswers } from './find-answers.js'
import type { LoadFacts } from './options.js'
import { now, type PolicySetup } from './set-up.js'

type Verdict = Result<InvitationApproval, InvalidRequest | InvitationDenied<Denial>>

/** The way of a request: parse it, find the facts, apply the rules, answer. Rejects with the first outage. */
export async function evaluate(setup: PolicySetup, value: unknown): Promise<Verdict> {
  const parsed = parseRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { request } = parsed.value
  const enforcement = enforcementFor(request, setup.enforcement)
  const fingerprints = enforcement.MassMessage !== 'off'
  const needed = { contacts: true, wholeProfiles: true, fingerprints }

  const { facts: found, loaded } = setup.loadFacts
    ? await findFactsByOneCall(setup, setup.loadFacts, request)
    : factsIn(await findAnswers(setup, candidatesOf(request), now(setup), needed), request)
  const consults = setup.findMentions ?? setup.screen
  const facts = consults ? await consult(setup, request, found, enforcement) : found

  const analysis = analyzeDraft(parsed.value, facts, enforcement)
  const { denials, advisories } = applyRules(request, facts, analysis, enforcement)
  const all: Denial[] = denials
  if (setup.rules.length > 0) {
    all.push(...customDenials(setup.rules, request, loaded, facts))
  }
  return verdictOf<Denial>(request, facts, analysis, all, advisories)
}

/** The facts, and what the custom rules loaded. */
interface Found {
  readonly facts: InvitationFacts
  readonly loaded: readonly unknown[]
}

function factsIn(answers: Answers, request: InvitationRequest): Found {
  return { facts: factsAbout(request, answers), loaded: answers.loaded }
}

async function findFactsByOneCall(
  setup: PolicySetup,
  loadFacts: LoadFacts,
  request: InvitationRequest,
): Promise<Found> {
  const decidedAt = now(setup)
  const [facts, ...loaded] = await Promise.all([
    ask('loadFacts', 'call', () => loadFacts(request, new Date(decidedAt)), checkFacts),
    ...loadAll(setup.rules, candidatesOf(request), decidedAt),
  ])
  return { facts, loaded }
}
