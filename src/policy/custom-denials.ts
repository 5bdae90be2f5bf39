import { assert, fieldOf } from '../validation/assert.js'
import type { Candidates } from './candidates.js'
import type { DependencyFailed } from '../model/errors.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { askNow, type OutsideCall } from '../ports/asking.js'
import type { CustomRule, Revealed } from './custom-rule.js'
import { readClaim, readDate, readProfile } from '../decision/check-facts.js'
import { rulebook } from '../decision/rulebook.js'
import type { Denial } from '../rules/rule.js'
import type { Disclosed, DisclosedDenial } from '../disclosure/disclosed.js'

/** The rules as they are when a policy is made: renaming or exchanging their methods later changes nothing. */
export function takenRules(rules: readonly CustomRule[]): CustomRule[] {
  return rules.map((rule) => ({
    name: rule.name,
    ...(rule.load && { load: rule.load.bind(rule) }),
    check: rule.check.bind(rule),
    reveal: rule.reveal === true,
  }))
}

/** The calls that load what own rules need about candidates, in the rules' order. */
export function loadsOf(rules: readonly CustomRule[]): OutsideCall<unknown, Candidates>[] {
  return rules.map((rule) => ({
    repository: rule.name,
    operation: 'load',
    ask: ({ inviterId, recipientIds, groupIds }) =>
      rule.load?.(inviterId, [...recipientIds], [...groupIds]),
    read: (loaded) => loaded,
  }))
}

/**
 * Adds what the own rules have against a candidate, in their order. Gives the first outage, and ends with it.
 *
 * Never throws.
 */
export function addCustomDenials(
  denials: Denial[],
  rules: readonly CustomRule[],
  { inviterId, recipientId, groupId, route }: InvitationCandidate,
  loaded: readonly unknown[],
  facts: CandidateFacts,
): DependencyFailed | undefined {
  for (const [index, rule] of rules.entries()) {
    // Copies, so that no rule can change what others see; and no text, so that a preview and the decision agree.
    const shown = askNow({
      repository: 'profiles',
      operation: 'findProfiles',
      ask: () => facts,
      read: () => copyOf(facts),
    })
    if (shown.isErr()) return shown.error
    const denial = askNow({
      repository: rule.name,
      operation: 'check',
      ask: () => rule.check({ inviterId, recipientId, groupId, route }, loaded[index], shown.value),
      read: (value) => readCustomDenial(value, rule),
    })
    if (denial.isErr()) return denial.error
    if (denial.value !== undefined) denials.push(denial.value)
  }
  return undefined
}

/** What is known before a word is written, and no more. */
function copyOf(facts: CandidateFacts): CandidateFacts {
  return {
    now: readDate(facts.now, 'now'),
    inviterStanding: facts.inviterStanding,
    recipientStanding: facts.recipientStanding,
    recipientProfile: readProfile(facts.recipientProfile, 'the profile'),
    recipientOptedOut: facts.recipientOptedOut,
    areDirectContacts: facts.areDirectContacts,
    claim: readClaim(facts.claim, 'the claim'),
  }
}

/** The types of what the inviter is told besides denials of the rulebook. */
const reserved: readonly string[] = [
  'RecipientUnavailable',
  'InvalidRequest',
  'InvitationIdReused',
  'ServiceUnavailable',
] satisfies (DisclosedDenial | Disclosed)['type'][]

function readCustomDenial(value: unknown, { reveal }: CustomRule): Denial | undefined {
  if (value === undefined) return undefined
  const type = fieldOf(value, 'type')
  const isNamed = typeof type === 'string' && type !== ''
  assert(isNamed && !isPromise(value), 'what check gives', 'undefined, or a denial with a type')
  const isFree = !Object.hasOwn(rulebook, type) && !reserved.includes(type)
  assert(isFree, `the type ${type}`, "none of the library's")
  // A copy, so that its type stays what it was. What it says of `reveal` itself does not count: the rule does.
  const { reveal: _reveal, ...denial } = { ...Object(value), type } as Denial & Partial<Revealed>
  return reveal === true ? markedAsRevealed(denial) : denial
}

function markedAsRevealed(denial: Denial): Denial & Revealed {
  return { ...denial, reveal: true }
}

function isPromise(value: unknown): boolean {
  return typeof fieldOf(value, 'then') === 'function'
}
