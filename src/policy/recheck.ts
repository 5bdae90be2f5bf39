import { err, ok, type Result } from 'neverthrow'
import { standingDenials } from '../decision/rulebook.js'
import type { InvalidRequest } from '../model/errors.js'
import { checkGroups, checkProfiles } from '../ports/check-answers.js'
import type { Denial } from '../rules/rule.js'
import { parseRequest } from '../validation/parse-request.js'
import { candidatesOf } from './candidates.js'
import { customDenials } from './custom-denials.js'
import { type AnswersNeeded, factsAbout, findAnswers } from './find-answers.js'
import { now, type PolicySetup } from './set-up.js'

/** The draft was judged when the invitation was sent, and cooldown and pace are the invitation's own. */
const needed: AnswersNeeded = {
  contacts: true,
  pace: false,
  claims: false,
  fingerprints: false,
  checkProfiles,
  checkGroups,
}

/** Judges once more an invitation that was sent. Rejects with the outage that comes first in time. */
export async function recheck(
  setup: PolicySetup,
  value: unknown,
): Promise<Result<readonly Denial[], InvalidRequest>> {
  const parsed = parseRequest(value)
  if (parsed.isErr()) return err(parsed.error)
  const { request } = parsed.value
  const rules = setup.rules.filter((rule) => rule.recheck !== false)
  const answers = await findAnswers({ ...setup, rules }, candidatesOf(request), now(setup), needed)
  const facts = factsAbout(request, answers)
  const denials: Denial[] = standingDenials(request, facts)
  denials.push(...customDenials(rules, request, answers.loaded, facts))
  return ok(denials)
}
