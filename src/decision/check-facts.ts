import { millisecondsInDay } from 'date-fns/constants'
import { assert } from '../validation/assert.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { InvitationClaim } from '../model/invitation.js'
import type { MemberProfile, Standing } from '../model/member.js'
import { readEvidence, readMentions, readFingerprints } from './check-content.js'

// Facts may come from JavaScript, from JSON or from a database driver. Each function checks at run time what the
// type promises, reads what it needs once, and throws a TypeError that says what is wrong.

/** Reads a complete set of facts. A missing field is no `undefined`: what was forgotten must not pass as absent. */
export function readFacts(value: unknown): InvitationFacts {
  assert(hasFields(value), 'facts', 'an object')
  const facts: object = value
  assertWhole(facts)
  return {
    now: readNow(facts.now, 'facts.now'),
    inviterStanding: readStanding(facts.inviterStanding, 'facts.inviterStanding'),
    recipientStanding: readStanding(facts.recipientStanding, 'facts.recipientStanding'),
    recipientProfile: readProfile(facts.recipientProfile, 'facts.recipientProfile'),
    recipientOptedOut: readBoolean(facts.recipientOptedOut, 'facts.recipientOptedOut'),
    areDirectContacts: readBoolean(facts.areDirectContacts, 'facts.areDirectContacts'),
    claim: readClaim(facts.claim, 'facts.claim'),
    recentFingerprints: readFingerprints(facts.recentFingerprints, 'facts.recentFingerprints'),
    mentions: ifGiven(facts.mentions, 'facts.mentions', readMentions),
    evidence: ifGiven(facts.evidence, 'facts.evidence', readEvidence),
  }
}

function assertWhole(facts: object): asserts facts is Record<keyof InvitationFacts, unknown> {
  assert('now' in facts, 'facts.now', 'given')
  assert('inviterStanding' in facts, 'facts.inviterStanding', 'given')
  assert('recipientStanding' in facts, 'facts.recipientStanding', 'given')
  assert('recipientProfile' in facts, 'facts.recipientProfile', 'given')
  assert('recipientOptedOut' in facts, 'facts.recipientOptedOut', 'given')
  assert('areDirectContacts' in facts, 'facts.areDirectContacts', 'given')
  assert('claim' in facts, 'facts.claim', 'given')
  assert('recentFingerprints' in facts, 'facts.recentFingerprints', 'given')
}

/** The last instants that a `Date` can hold have no end of their window: 7 months of 31 days are spared. */
const LATEST_NOW = 8.64e15 - 7 * 31 * millisecondsInDay

/** Reads the time of a decision, as a copy. */
export function readNow(value: unknown, path: string): Date {
  const now = readDate(value, path)
  assert(now.getTime() <= LATEST_NOW, path, 'before the year 275760')
  return now
}

/** Reads a standing, or `undefined`. */
export function readStanding(value: unknown, path: string): Standing | undefined {
  const isStanding =
    value === undefined ||
    value === 'member' ||
    value === 'moderator' ||
    value === 'pending' ||
    value === 'banned'
  assert(isStanding, path, 'member, moderator, pending or banned')
  return value
}

/** Reads a profile as a copy, or `undefined`. */
export function readProfile(value: unknown, path: string): MemberProfile | undefined {
  if (value === undefined) return undefined
  assert(hasFields(value), path, 'an object')
  const { displayName, givenName, familyName, locale, wants, haves, other } = value
  assert(typeof displayName === 'string', path, 'a string', 'displayName')
  assert(isStringOrNone(givenName), path, 'a string or undefined', 'givenName')
  assert(isStringOrNone(familyName), path, 'a string or undefined', 'familyName')
  assert(isStringOrNone(locale), path, 'a string or undefined', 'locale')
  return {
    displayName,
    givenName,
    familyName,
    locale,
    wants: readStrings(wants, path, 'wants'),
    haves: readStrings(haves, path, 'haves'),
    other: readStrings(other, path, 'other'),
  }
}

/** Takes a profile, or `undefined`, without a look at what is in it. */
export function readProfileAsGiven(value: unknown, path: string): MemberProfile | undefined {
  if (value === undefined) return undefined
  assert(hasFields(value), path, 'an object')
  // As the port's type promises: whoever shows it sees what the repository gave.
  return value as unknown as MemberProfile
}

/** Reads a claim as a copy, or `undefined`. */
export function readClaim(value: unknown, path: string): InvitationClaim | undefined {
  if (value === undefined) return undefined
  assert(hasFields(value), path, 'an object')
  const { invitationId, sentAt, repeatableAt } = value
  assert(typeof invitationId === 'string', path, 'a string', 'invitationId')
  return {
    invitationId,
    sentAt: readDate(sentAt, path, 'sentAt'),
    repeatableAt: readDate(repeatableAt, path, 'repeatableAt'),
  }
}

/** Reads a date that exists, as a copy. */
export function readDate(value: unknown, path: string, key?: string): Date {
  const time = value instanceof Date ? Date.prototype.getTime.call(value) : Number.NaN
  assert(!Number.isNaN(time), path, 'a valid Date', key)
  return new Date(time)
}

/** Reads a list of nothing but strings, without holes, as a copy. */
export function readStrings(value: unknown, path: string, key?: string): readonly string[] {
  assert(Array.isArray(value), path, 'a list of strings', key)
  const strings: unknown[] = [...(value as unknown[])]
  assert(areStrings(strings), path, 'a list of strings', key)
  return strings
}

function areStrings(items: readonly unknown[]): items is readonly string[] {
  for (const item of items) if (typeof item !== 'string') return false
  return true
}

function ifGiven<Value>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => Value,
): Value | undefined {
  return value === undefined ? undefined : read(value, path)
}

function readBoolean(value: unknown, path: string): boolean {
  assert(typeof value === 'boolean', path, 'true or false')
  return value
}

function isStringOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
