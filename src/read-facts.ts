import { millisecondsInDay } from 'date-fns/constants'
import { assert } from './assert.js'
import type { CandidateFacts, InvitationFacts } from './facts.js'
import type { InvitationClaim } from './invitation.js'
import type { MemberProfile, Standing } from './member.js'
import { readEvidence, readMentions, readSignatures } from './read-content.js'

// Facts may come from JavaScript, from JSON or from a database driver. Each function checks at run time what the
// type promises, reads what it needs once, and throws a TypeError that says what is wrong.

/** Reads a complete set of facts. A missing field is no `undefined`: what was forgotten must not pass as absent. */
export function readFacts(value: unknown): InvitationFacts {
  assert(hasFields(value), 'facts', 'an object')
  for (const field of FIELDS) assert(field in value, `facts.${field}`, 'given')
  return {
    ...readCandidateFacts(value),
    recentSignatures: readSignatures(value['recentSignatures'], 'facts.recentSignatures'),
    mentions: ifGiven(value['mentions'], 'facts.mentions', readMentions),
    evidence: ifGiven(value['evidence'], 'facts.evidence', readEvidence),
  }
}

/** Reads what is known before a word is written. */
export function readCandidateFacts(value: {
  readonly [Field in keyof CandidateFacts]?: unknown
}): CandidateFacts {
  return {
    now: readNow(value.now, 'facts.now'),
    inviterStanding: readStanding(value.inviterStanding, 'facts.inviterStanding'),
    recipientStanding: readStanding(value.recipientStanding, 'facts.recipientStanding'),
    recipientProfile: readProfile(value.recipientProfile, 'facts.recipientProfile'),
    recipientOptedOut: readBoolean(value.recipientOptedOut, 'facts.recipientOptedOut'),
    areDirectContacts: readBoolean(value.areDirectContacts, 'facts.areDirectContacts'),
    claim: readClaim(value.claim, 'facts.claim'),
  }
}

const FIELDS = [
  'now',
  'inviterStanding',
  'recipientStanding',
  'recipientProfile',
  'recipientOptedOut',
  'areDirectContacts',
  'claim',
  'recentSignatures',
] as const satisfies (keyof InvitationFacts)[]

/** The last instants that a `Date` can hold have no end of their window: 7 months of 31 days are spared. */
const LATEST_NOW = 8.64e15 - 7 * 31 * millisecondsInDay

/** Reads the time of a decision, as a copy. */
export function readNow(value: unknown, path: string): Date {
  const now = readDate(value, path)
  assert(+now <= LATEST_NOW, path, 'before the year 275760')
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
  assert(typeof displayName === 'string', `${path}.displayName`, 'a string')
  assert(isStringOrNone(givenName), `${path}.givenName`, 'a string or undefined')
  assert(isStringOrNone(familyName), `${path}.familyName`, 'a string or undefined')
  assert(isStringOrNone(locale), `${path}.locale`, 'a string or undefined')
  return {
    displayName,
    givenName,
    familyName,
    locale,
    wants: readStrings(wants, `${path}.wants`),
    haves: readStrings(haves, `${path}.haves`),
    other: readStrings(other, `${path}.other`),
  }
}

/** Reads a claim as a copy, or `undefined`. */
export function readClaim(value: unknown, path: string): InvitationClaim | undefined {
  if (value === undefined) return undefined
  assert(hasFields(value), path, 'an object')
  const { invitationId, sentAt, repeatableAt } = value
  assert(typeof invitationId === 'string', `${path}.invitationId`, 'a string')
  return {
    invitationId,
    sentAt: readDate(sentAt, `${path}.sentAt`),
    repeatableAt: readDate(repeatableAt, `${path}.repeatableAt`),
  }
}

/** Reads a date that exists, as a copy. */
export function readDate(value: unknown, path: string): Date {
  const date = new Date(value instanceof Date ? Date.prototype.getTime.call(value) : Number.NaN)
  assert(!Number.isNaN(+date), path, 'a valid Date')
  return date
}

/** Reads a list of nothing but strings, without holes, as a copy. */
export function readStrings(value: unknown, path: string): readonly string[] {
  assert(Array.isArray(value), path, 'a list of strings')
  return Array.from(value, (item: unknown) => {
    assert(typeof item === 'string', path, 'a list of strings')
    return item
  })
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
