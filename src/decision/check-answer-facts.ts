import type { InvitationActor, InvitationChange } from '../model/invitation-change.js'
import type { InvitationId } from '../model/invitation.js'
import { assert, fieldOf, isRecord, ownFieldsOf } from '../validation/assert.js'
import type { AnswerFacts } from './answer.js'
import { checkDate, checkGroup, checkProfile, checkStanding, ifGiven } from './check-facts.js'

// Stryker disable BooleanLiteral: only the keys count
/** The keys that must be there: a forgotten change must not pass as an open invitation. */
const REQUIRED = Object.keys({
  now: true,
  change: true,
  group: true,
  inviterProfile: true,
  inviterStanding: true,
  recipientStanding: true,
  actorStanding: true,
} satisfies Record<keyof AnswerFacts, true>)
// Stryker restore BooleanLiteral

/** Checks a complete set of facts about an answer. Throws a TypeError that says what is wrong. */
export function checkAnswerFacts(value: unknown, invitationId: InvitationId): AnswerFacts {
  assert(isRecord(value), 'facts', 'an object')
  const facts: Partial<Record<keyof AnswerFacts, unknown>> = ownFieldsOf(value)
  for (const key of REQUIRED) assert(key in facts, `facts.${key}`, 'given')
  const standing = (key: 'inviterStanding' | 'recipientStanding' | 'actorStanding') =>
    ifGiven(facts[key], `facts.${key}`, checkStanding)
  return {
    now: checkDate(facts.now, 'facts.now'),
    change: ifGiven(facts.change, 'facts.change', (change, path) =>
      checkChange(change, invitationId, path),
    ),
    group: ifGiven(facts.group, 'facts.group', checkGroup),
    inviterProfile: ifGiven(facts.inviterProfile, 'facts.inviterProfile', checkProfile),
    inviterStanding: standing('inviterStanding'),
    recipientStanding: standing('recipientStanding'),
    actorStanding: standing('actorStanding'),
  }
}

/** Checks a stored change of this invitation. */
export function checkChange(value: unknown, asked: InvitationId, path: string): InvitationChange {
  const status = fieldOf(value, 'status')
  assert(fieldOf(value, 'invitationId') === asked, path, `'${asked}'`, 'invitationId')
  const isStatus = status === 'Declined' || status === 'Accepted' || status === 'Withdrawn'
  assert(isStatus, path, 'Declined, Accepted or Withdrawn', 'status')
  return {
    invitationId: asked,
    status,
    changedAt: checkDate(fieldOf(value, 'changedAt'), path, 'changedAt'),
    changedBy: checkActor(fieldOf(value, 'changedBy'), `${path}.changedBy`),
  }
}

/** Checks who acts: either a member or the network, never both. */
export function checkActor(value: unknown, path: string): InvitationActor {
  const [memberId, network] = [fieldOf(value, 'memberId'), fieldOf(value, 'network')]
  if (typeof memberId === 'string' && network === undefined) return { memberId }
  assert(typeof network === 'string' && memberId === undefined, path, '{ memberId } or { network }')
  return { network }
}
