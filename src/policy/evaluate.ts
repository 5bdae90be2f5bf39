import { err, type Result } from 'neverthrow'
import { consult } from './consult.js'
import type { InvitationDenial } from '../decision/denials.js'
import { type ContentEnforcement, enforcementFor } from '../decision/enforcement.js'
import type { InvalidRequest, DependencyFailed } from '../model/errors.js'
import { factsOf, findOut } from './find-facts.js'
import { factsFromSource } from './facts-from-source.js'
import type { Gathered } from './gathered.js'
import type { InvitationRequest } from '../model/invitation.js'
import { askNow } from '../ports/asking.js'
import { addCustomDenials } from './custom-denials.js'
import { parseRequest } from '../validation/parse-request.js'
import type { PolicySetup } from './set-up.js'
import { analyzeDraft } from '../decision/analyze-draft.js'
import { applyRules } from '../decision/rulebook.js'
import type { Denial } from '../rules/rule.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from '../decision/verdict.js'

type Verdict<CustomDenial extends Denial> = Result<
  InvitationApproval,
  InvalidRequest | InvitationDenied<CustomDenial> | DependencyFailed
>

/** The verdict on whatever was handed over as a request. Never rejects. */
export async function verdictOn<CustomDenial extends Denial>(
  setup: PolicySetup,
  value: unknown,
): Promise<Verdict<CustomDenial>> {
  const parsed = parseRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { request } = parsed.value
  const now = askNow(setup.clock)
  if (now.isErr()) return err(now.error)
  const enforcement = enforcementFor(request, setup.enforcement)
  const gathered = await gather(setup, request, now.value, enforcement)
  if (gathered.isErr()) return err(gathered.error)
  const { loaded } = gathered.value
  let { facts } = gathered.value
  if (setup.readers) {
    const consulted = await consult(setup.readers, request, facts, enforcement)
    if (consulted.isErr()) return err(consulted.error)
    facts = consulted.value
  }
  const reading = analyzeDraft(parsed.value, facts, enforcement)
  const opinion = applyRules(request, facts, reading, enforcement)
  const denials: (InvitationDenial | CustomDenial)[] = opinion.denials
  const outage = addCustomDenials(denials, setup.rules, request, loaded, facts)
  if (outage) return err(outage)
  return verdictOf(request, facts, reading, denials, opinion.advisories)
}

/** Gathers the facts from the service's own source, or from the repositories. Never rejects. */
function gather(
  { source, calls, loads }: PolicySetup,
  request: InvitationRequest,
  now: Date,
  enforcement: ContentEnforcement,
): Promise<Result<Gathered, DependencyFailed>> {
  const { inviterId, recipientId, groupId, route } = request
  const question = { inviterId, recipientIds: [recipientId], groupIds: [groupId], route, now }
  if (source) return factsFromSource(source, request, question, loads)
  const { toEvaluate, toEvaluateForm } = calls
  const asked = enforcement.MassMessage === 'off' ? toEvaluateForm : toEvaluate
  return findOut(question, asked, loads, (findings) => ({
    facts: factsOf(findings, 0, 0),
    loaded: findings.loaded,
  }))
}
