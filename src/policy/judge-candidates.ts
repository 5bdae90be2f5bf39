import { err, ok, type Result } from 'neverthrow'
import type { Candidates } from './candidates.js'
import type { CandidateDenial } from '../decision/denials.js'
import type { DependencyFailed } from '../model/errors.js'
import type { CandidateFacts } from '../rules/facts.js'
import { factsOf, type Findings } from './find-facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { addCustomDenials } from './custom-denials.js'
import type { CustomRule } from './custom-rule.js'
import { denialsOf } from '../decision/rulebook.js'
import type { Denial } from '../rules/rule.js'

/** Makes a choice of a candidate and all that speaks against it, in the rulebook's order, own rules last. */
export type ChoiceOf<Choice, CustomDenial extends Denial> = (
  candidate: InvitationCandidate,
  facts: CandidateFacts,
  denials: readonly (CandidateDenial | CustomDenial)[],
) => Choice

/** Judges candidates before a word is written: group by group, and for each group recipient by recipient. */
export function judgeCandidates<Choice, CustomDenial extends Denial>(
  { inviterId, recipientIds, groupIds, route }: Candidates,
  findings: Findings,
  rules: readonly CustomRule[],
  choiceOf: ChoiceOf<Choice, CustomDenial>,
): Result<readonly Choice[], DependencyFailed> {
  const choices: Choice[] = []
  let group = 0
  for (const groupId of groupIds) {
    let recipient = 0
    for (const recipientId of recipientIds) {
      const candidate = { inviterId, recipientId, groupId, route }
      const facts = factsOf(findings, group, recipient)
      const denials: (CandidateDenial | CustomDenial)[] = denialsOf(candidate, facts)
      const outage = addCustomDenials(denials, rules, candidate, findings.loaded, facts)
      if (outage) return err(outage)
      choices.push(choiceOf(candidate, facts, denials))
      recipient += 1
    }
    group += 1
  }
  return ok(choices)
}
