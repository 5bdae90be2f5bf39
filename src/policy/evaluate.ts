import { err, type Result } from 'neverthrow'
import { analyzeDraft } from '../decision/analyze-draft.js'
import { checkPlaces } from '../decision/check-content.js'
import { checkFacts } from '../decision/check-facts.js'
import { type ContentEnforcement, enforcementFor } from '../decision/enforcement.js'
import { applyRules } from '../decision/rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from '../decision/verdict.js'
import type { InvalidRequest } from '../model/errors.js'
import type { InvitationRequest } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import { checkGroups, checkProfiles } from '../ports/check-answers.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { type ParsedRequest, parseRequest } from '../validation/parse-request.js'
import { candidatesOf } from './candidates.js'
import { consult } from './consult.js'
import { customDenials, loadAll } from './custom-denials.js'
import { type Answers, type AnswersNeeded, factsAbout, findAnswers } from './find-answers.js'
import { show, withFindings } from './observe.js'
import type { LoadFacts } from './options.js'
import { now, type PolicySetup } from './set-up.js'

type Verdict<Failure> = Result<InvitationApproval, Failure>

/** Parses a request, finds the facts, judges. Rejects with the outage that comes first in time. */
export async function evaluate(
  setup: PolicySetup,
  value: unknown,
): Promise<Verdict<InvalidRequest | InvitationDenied<Denial>>> {
  const parsed = parseRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const found = await findFacts(setup, parsed.value)
  return judge(setup, parsed.value, found)
}

/** What a request is judged by. */
interface FoundFacts {
  readonly enforcement: ContentEnforcement
  readonly facts: InvitationFacts
  /** What each custom rule loaded. */
  readonly loaded: readonly unknown[]
}

/** Finds the facts about the people and the group. Rejects with the outage that comes first in time. */
export async function findFacts(
  setup: PolicySetup,
  { request }: ParsedRequest,
): Promise<FoundFacts> {
  const enforcement = enforcementFor(request, setup.enforcement)
  const decidedAt = now(setup)
  const { facts, loaded } = setup.loadFacts
    ? await findFactsByOneCall(setup, setup.loadFacts, request, decidedAt)
    : factsIn(
        await findAnswers(setup, candidatesOf(request), decidedAt, needsOf(setup, enforcement)),
        request,
      )
  return { enforcement, facts, loaded }
}

/** Consults, analyses the draft, applies the rules, observes, answers. Rejects with the first outage. */
export async function judge(
  setup: PolicySetup,
  parsed: ParsedRequest,
  { enforcement, facts: found, loaded }: FoundFacts,
): Promise<Verdict<InvitationDenied<Denial>>> {
  const { request, given } = parsed
  // Stryker disable next-line ConditionalExpression: only saves the call
  const isConsulted = setup.findMentions !== undefined || setup.screen !== undefined
  const facts = isConsulted ? await consult(setup, request, found, enforcement) : found

  const analysis = analyzeDraft(parsed, facts, enforcement)
  const { denials, advisories } = applyRules(request, facts, analysis, enforcement, setup.pace)
  const custom = customDenials(setup.rules, request, loaded, facts)
  const results = { denials: [...denials, ...custom], advisories }
  const verdict = verdictOf<Denial>(request, facts, analysis, results, setup.pace)
  if (setup.observe) {
    const asGiven = { ...request, ...given }
    show(setup.observe, asGiven, withFindings(facts, analysis, enforcement), verdict)
  }
  return verdict
}

function needsOf({ pace }: PolicySetup, { MassMessage }: ContentEnforcement): AnswersNeeded {
  return {
    contacts: true,
    pace: pace !== undefined,
    claims: true,
    fingerprints: MassMessage !== 'off',
    checkProfiles,
    checkGroups,
  }
}

type Loaded = Omit<FoundFacts, 'enforcement'>

function factsIn(answers: Answers, request: InvitationRequest): Loaded {
  return { facts: factsAbout(request, answers), loaded: answers.loaded }
}

async function findFactsByOneCall(
  { rules, pace }: PolicySetup,
  loadFacts: LoadFacts,
  request: InvitationRequest,
  decidedAt: Date,
): Promise<Loaded> {
  const checked = (answer: unknown) => {
    const facts = checkFacts(answer, pace !== undefined)
    if (facts.evidence) checkPlaces(facts.evidence, request, 'facts.evidence')
    return facts
  }
  const [facts, ...loaded] = await Promise.all([
    ask('loadFacts', 'call', () => loadFacts(request, new Date(decidedAt)), checked),
    ...loadAll(rules, candidatesOf(request), decidedAt),
  ])
  return { facts, loaded }
}
