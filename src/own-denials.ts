import { err, ok, type Result } from 'neverthrow'
import type { RepositoryFailed } from './errors.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationCandidate } from './invitation.js'
import { answersTo, answerTo, attempt, type OutsideCall } from './outside-call.js'
import type { OwnRule } from './own-rule.js'
import { rulebook } from './rulebook.js'
import type { Denial } from './rules/rule.js'

/** Loads what the own rules need about a candidate, side by side, in the rules' order. Never rejects. */
export function loadForOwnRules(
  rules: readonly OwnRule[],
  { inviterId, recipientId, groupId }: InvitationCandidate,
): Promise<Result<readonly unknown[], RepositoryFailed>> {
  return answersTo(
    rules.map(callOfLoad),
    undefined,
    rules.map((rule) => attempt(() => rule.load?.(inviterId, [recipientId], [groupId]))),
    (loaded) => loaded,
  )
}

/** What the own rules have against a candidate, in their order. Never throws. */
export function ownDenialsOf(
  rules: readonly OwnRule[],
  { inviterId, recipientId, groupId, route }: InvitationCandidate,
  loaded: readonly unknown[],
  facts: InvitationFacts,
): Result<Denial[], RepositoryFailed> {
  // A request is a candidate too: without its text, a rule cannot judge a preview and the decision differently.
  const candidate = { inviterId, recipientId, groupId, route }
  const denials: Denial[] = []
  for (const [index, rule] of rules.entries()) {
    const answer = answerTo(callOfCheck(rule), () => rule.check(candidate, loaded[index], facts))
    if (answer.isErr()) return err(answer.error)
    if (answer.value !== undefined) denials.push(answer.value)
  }
  return ok(denials)
}

function callOfLoad({ name }: OwnRule): OutsideCall<undefined> {
  return { repository: name, operation: 'load', promised: 'anything', keeps: () => true }
}

function callOfCheck({ name }: OwnRule): OutsideCall<undefined> {
  return {
    repository: name,
    operation: 'check',
    promised: "undefined or a denial whose type is a string and none of the rulebook's",
    keeps: (denial) => denial === undefined || isOwnDenial(denial),
  }
}

function isOwnDenial(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const type: unknown = Reflect.get(value, 'type')
  return typeof type === 'string' && !Object.hasOwn(rulebook, type)
}
