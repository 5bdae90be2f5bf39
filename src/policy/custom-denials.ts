import { DENIAL_TYPES } from '../decision/denials.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { ask, askNow } from '../ports/asking.js'
import type { CandidateFacts } from '../rules/facts.js'
import type { Denial } from '../rules/rule.js'
import { assert, fieldOf } from '../validation/assert.js'
import type { Candidates } from './candidates.js'
import type { CustomRule } from './custom-rule.js'

/** Starts to load what the custom rules need about candidates, in the rules' order. Each rejects with its outage. */
export function loadAll(
  rules: readonly CustomRule[],
  candidates: Candidates,
  now: Date,
): Promise<unknown>[] {
  return rules.map((rule) =>
    ask(
      rule.name,
      'load',
      () => rule.load?.(candidates, new Date(now)),
      (loaded) => loaded,
    ),
  )
}

/**
 * The denials of the custom rules, in the rules' order. They see the people alone, nothing of the draft, so that a picker
 * and the decision agree. Throws the first outage.
 */
export function customDenials(
  rules: readonly CustomRule[],
  { inviterId, recipientId, groupId, route }: InvitationCandidate,
  loaded: readonly unknown[],
  facts: CandidateFacts,
): readonly Denial[] {
  // Stryker disable next-line ConditionalExpression: only saves copying the people
  if (rules.length === 0) return none
  const candidate = { inviterId, recipientId, groupId, route }
  const denials: Denial[] = []
  for (const [index, rule] of rules.entries()) {
    const check = () => rule.check(candidate, loaded[index], peopleIn(facts))
    const denial = askNow(rule.name, 'check', check, checkDenial)
    if (denial !== undefined) denials.push(denial)
  }
  return denials
}

const none: readonly Denial[] = []

/** For one rule alone, with dates of its own: a rule may find the start of the day by changing one. */
function peopleIn(facts: CandidateFacts): CandidateFacts {
  const { claim, inviterFreeAt } = facts
  return {
    now: new Date(facts.now),
    inviterProfile: facts.inviterProfile,
    group: facts.group,
    inviterStanding: facts.inviterStanding,
    recipientStanding: facts.recipientStanding,
    recipientProfile: facts.recipientProfile,
    recipientOptedOut: facts.recipientOptedOut,
    areDirectContacts: facts.areDirectContacts,
    ...(inviterFreeAt && { inviterFreeAt: new Date(inviterFreeAt) }),
    claim: claim && {
      invitationId: claim.invitationId,
      sentAt: new Date(claim.sentAt),
      repeatableAt: new Date(claim.repeatableAt),
    },
  }
}

/** The library's other types: of errors, and of what is disclosed. */
const RESERVED = [
  'RecipientUnavailable',
  'InvitationDenied',
  'InvalidRequest',
  'InvitationIdReused',
  'ServiceUnavailable',
  'DependencyFailed',
  'InvitationNotFound',
  'DeliveryCancelled',
  'InvitationExpired',
  'InvitationClosed',
  'InvitationAccepted',
  'InvitationWithdrawn',
  'InvitationGone',
]

/** Whether a type is the library's own, which no custom rule may use. */
export function isLibraryType(type: string): boolean {
  return DENIAL_TYPES.some((taken) => taken === type) || RESERVED.includes(type)
}

function checkDenial(value: unknown): Denial | undefined {
  if (value === undefined) return undefined
  const type = fieldOf(value, 'type')
  const isPromise = typeof fieldOf(value, 'then') === 'function'
  const isDenial = typeof type === 'string' && type !== '' && !isPromise
  assert(isDenial, 'what check returns', 'undefined, or a denial with a type')
  assert(!isLibraryType(type), `the type ${type}`, "none of the library's")
  // Its type was checked.
  return value as Denial
}
