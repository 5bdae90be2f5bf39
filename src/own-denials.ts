import { err, ok, type Result } from 'neverthrow'
import { assert, fieldOf } from './assert.js'
import type { RepositoryFailed } from './errors.js'
import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from './invitation.js'
import { askNow, type OutsideCall } from './outside-call.js'
import type { OwnRule } from './own-rule.js'
import { readCandidateFacts } from './read-facts.js'
import { rulebook } from './rulebook.js'
import type { Denial } from './rules/rule.js'

/** The calls that load what own rules need about a candidate, in the rules' order. */
export function loadsOf(
  rules: readonly OwnRule[],
  { inviterId, recipientId, groupId }: InvitationCandidate,
): OutsideCall<unknown>[] {
  return rules.map((rule) => ({
    repository: rule.name,
    operation: 'load',
    ask: () => rule.load?.(inviterId, [recipientId], [groupId]),
    read: (loaded) => loaded,
  }))
}

/** What the own rules have against a candidate, in their order. Never throws. */
export function ownDenialsOf(
  rules: readonly OwnRule[],
  { inviterId, recipientId, groupId, route }: InvitationCandidate,
  loaded: readonly unknown[],
  facts: CandidateFacts,
): Result<Denial[], RepositoryFailed> {
  const candidate = () => ({ inviterId, recipientId, groupId, route })
  const denials: Denial[] = []
  for (const [index, rule] of rules.entries()) {
    const denial = askNow({
      repository: rule.name,
      operation: 'check',
      // Copies, so that no rule can change what others see; and no text, so that a preview and the decision agree.
      ask: () => rule.check(candidate(), loaded[index], readCandidateFacts(facts)),
      read: readOwnDenial,
    })
    if (denial.isErr()) return err(denial.error)
    if (denial.value !== undefined) denials.push(denial.value)
  }
  return ok(denials)
}

function readOwnDenial(value: unknown): Denial | undefined {
  if (value === undefined) return undefined
  const type = fieldOf(value, 'type')
  const isNamed = typeof type === 'string' && type !== ''
  assert(isNamed, 'what check gives', 'undefined, or a denial with a type')
  assert(!Object.hasOwn(rulebook, type), `the type ${type}`, "none of the rulebook's")
  // A copy, so that whoever reads it again reads the same.
  return { ...Object(value), type } as Denial
}
