import { millisecondsInDay } from 'date-fns/constants'
import type { InvitationClaim } from '../model/invitation.js'
import type { Admission, Group, MemberProfile, Standing } from '../model/member.js'
import type { InvitationFacts } from '../rules/facts.js'
import { assert, ownFieldsOf } from '../validation/assert.js'
import { checkEvidence, checkFingerprints, checkMentions } from './check-content.js'

// Facts may come from JavaScript, from JSON or from a database driver. Each function checks what the type promises,
// returns the value, and throws a TypeError that says what is wrong.

// Stryker disable BooleanLiteral: only the keys count
/** The keys that must be there: a forgotten one must not pass as absent. */
const REQUIRED = Object.keys({
  now: true,
  inviterProfile: true,
  group: true,
  inviterStanding: true,
  recipientStanding: true,
  recipientProfile: true,
  recipientOptedOut: true,
  areDirectContacts: true,
  claim: true,
  recentFingerprints: true,
} satisfies Record<Exclude<keyof InvitationFacts, 'inviterFreeAt' | 'mentions' | 'evidence'>, true>)
// Stryker restore BooleanLiteral

/**
 * Checks a complete set of facts, each own field once, and returns them as a plain object. `hasPace`: whether a pace is
 * judged by them.
 */
export function checkFacts(value: unknown, hasPace: boolean): InvitationFacts {
  assert(isObject(value), 'facts', 'an object')
  const facts = ownFieldsOf(value)
  for (const key of REQUIRED) assert(key in facts, `facts.${key}`, 'given')
  const isFreeAtGiven = 'inviterFreeAt' in facts
  assert(isFreeAtGiven || !hasPace, 'facts.inviterFreeAt', 'given, since there is a pace')
  return {
    now: checkNow(facts['now'], 'facts.now'),
    inviterProfile: ifGiven(facts['inviterProfile'], 'facts.inviterProfile', checkProfile),
    group: ifGiven(facts['group'], 'facts.group', checkGroup),
    inviterStanding: ifGiven(facts['inviterStanding'], 'facts.inviterStanding', checkStanding),
    recipientStanding: ifGiven(
      facts['recipientStanding'],
      'facts.recipientStanding',
      checkStanding,
    ),
    recipientProfile: ifGiven(facts['recipientProfile'], 'facts.recipientProfile', checkProfile),
    recipientOptedOut: checkBoolean(facts['recipientOptedOut'], 'facts.recipientOptedOut'),
    areDirectContacts: checkBoolean(facts['areDirectContacts'], 'facts.areDirectContacts'),
    claim: ifGiven(facts['claim'], 'facts.claim', checkClaim),
    ...(isFreeAtGiven && {
      inviterFreeAt: ifGiven(facts['inviterFreeAt'], 'facts.inviterFreeAt', checkDate),
    }),
    recentFingerprints: checkFingerprints(facts['recentFingerprints'], 'facts.recentFingerprints'),
    mentions: ifGiven(facts['mentions'], 'facts.mentions', checkMentions),
    evidence: ifGiven(facts['evidence'], 'facts.evidence', checkEvidence),
  }
}

export function ifGiven<Value>(
  value: unknown,
  path: string,
  check: (value: unknown, path: string) => Value,
): Value | undefined {
  return value === undefined ? undefined : check(value, path)
}

/** The end of a cooldown must be a `Date` too: 7 months of 31 days are spared. */
const LATEST_NOW = 8.64e15 - 7 * 31 * millisecondsInDay

/** Checks the time of a decision, and returns a copy: a clock may hand out one `Date` that it moves. */
export function checkNow(value: unknown, path: string): Date {
  const now = checkDate(value, path)
  assert(now.getTime() <= LATEST_NOW, path, 'before the year 275760')
  return new Date(now)
}

export function checkStanding(value: unknown, path: string): Standing {
  const isStanding =
    value === 'member' || value === 'moderator' || value === 'pending' || value === 'banned'
  assert(isStanding, path, 'member, moderator, pending or banned')
  return value
}

export function checkAdmission(value: unknown, path: string): Admission {
  assert(value === 'open' || value === 'approval', path, 'open or approval')
  return value
}

export function checkProfile(value: unknown, path: string): MemberProfile {
  assert(isObject(value), path, 'an object')
  const { displayName, givenName, familyName, locale, wants, haves, other, url } = value
  assert(isName(displayName), path, 'a non-empty string', 'displayName')
  assert(isStringOrNone(givenName), path, 'a string or undefined', 'givenName')
  assert(isStringOrNone(familyName), path, 'a string or undefined', 'familyName')
  assert(isStringOrNone(locale), path, 'a string or undefined', 'locale')
  assert(isStringOrNone(url), path, 'a string or undefined', 'url')
  checkStrings(wants, path, 'wants')
  checkStrings(haves, path, 'haves')
  checkStrings(other, path, 'other')
  // Every field was checked.
  return value as unknown as MemberProfile
}

export function checkGroup(value: unknown, path: string): Group {
  assert(isObject(value), path, 'an object')
  assert(isName(value['name']), path, 'a non-empty string', 'name')
  assert(isStringOrNone(value['url']), path, 'a string or undefined', 'url')
  ifGiven(value['admission'], `${path}.admission`, checkAdmission)
  // Every field was checked.
  return value as unknown as Group
}

export function checkClaim(value: unknown, path: string): InvitationClaim {
  assert(isObject(value), path, 'an object')
  assert(typeof value['invitationId'] === 'string', path, 'a string', 'invitationId')
  checkDate(value['sentAt'], path, 'sentAt')
  checkDate(value['repeatableAt'], path, 'repeatableAt')
  // Every field was checked.
  return value as unknown as InvitationClaim
}

export function checkDate(value: unknown, path: string, key?: string): Date {
  assert(value instanceof Date && !Number.isNaN(value.getTime()), path, 'a valid Date', key)
  return value
}

function checkBoolean(value: unknown, path: string): boolean {
  assert(typeof value === 'boolean', path, 'true or false')
  return value
}

/** Checks a list of strings, which may have no holes. */
export function checkStrings(list: unknown, path: string, key?: string): readonly string[] {
  const expected = 'a list of strings'
  assert(Array.isArray(list), path, expected, key)
  // By index, since a picker checks thousands of lists: an iterator takes longer than the check.
  const items: readonly unknown[] = list
  for (let at = 0; at < items.length; at += 1) {
    assert(typeof items[at] === 'string', path, expected, key)
  }
  // Every item was checked.
  return list as string[]
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isStringOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
