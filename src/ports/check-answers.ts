import type { RecentFingerprint } from '../content/text-fingerprint.js'
import { checkFingerprints } from '../decision/check-content.js'
import { checkClaim, checkProfile, checkStanding } from '../decision/check-facts.js'
import type { InvitationClaim } from '../model/invitation.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { assert, fieldOf } from '../validation/assert.js'

// Each function checks the shape of a port's answer as it arrives, returns it as it is, and throws a TypeError that
// says which promise it breaks. A key of another type would never be found, and so would say no where it means yes.

type Standings = ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>

export function checkStandings(answer: unknown): Standings {
  return checkMap(answer, 'the answer', checkGroupStandings)
}

const checkGroupStandings = (group: unknown) =>
  checkMap(group, 'the map of a group', checkOneStanding)
const checkOneStanding = (standing: unknown) => checkStanding(standing, 'the standing')
const checkOneProfile = (profile: unknown) => checkProfile(profile, 'the profile')
const checkOneClaim = (claim: unknown) => checkClaim(claim, 'the claim')

export function checkProfiles(answer: unknown): ReadonlyMap<MemberId, MemberProfile> {
  return checkMap(answer, 'the answer', checkOneProfile)
}

/** The same without the entries of the lists: thousands of profiles would take twice as long. */
export function checkProfileOutlines(answer: unknown): ReadonlyMap<MemberId, MemberProfile> {
  return checkMap(answer, 'the answer', checkOutline)
}

function checkOutline(profile: unknown): MemberProfile {
  const isObject = typeof profile === 'object' && profile !== null
  assert(isObject, 'the profile', 'an object')
  const { displayName, wants, haves, other } = profile as Partial<MemberProfile>
  assert(typeof displayName === 'string', 'the profile', 'a string', 'displayName')
  const hasLists = Array.isArray(wants) && Array.isArray(haves) && Array.isArray(other)
  assert(hasLists, 'the profile', 'one with the lists wants, haves and other')
  // The entries are the port's promise.
  return profile as MemberProfile
}

export function checkClaims(answer: unknown): ReadonlyMap<MemberId, InvitationClaim> {
  return checkMap(answer, 'the answer', checkOneClaim)
}

export function checkGroups(answer: unknown): ReadonlyMap<GroupId, Group> {
  return checkMap(answer, 'the answer', checkGroup)
}

function checkGroup(value: unknown): Group {
  const url = fieldOf(value, 'url')
  assert(typeof fieldOf(value, 'name') === 'string', 'the group.name', 'a string')
  assert(url === undefined || typeof url === 'string', 'the group.url', 'a string or undefined')
  // Every field was checked.
  return value as Group
}

export function checkRecentFingerprints(answer: unknown): readonly RecentFingerprint[] {
  return checkFingerprints(answer, 'the answer')
}

/** Checks a set of identifiers. */
export function checkIdSet(answer: unknown): ReadonlySet<string> {
  const isSet = answer instanceof Set && answer.has === Set.prototype.has
  assert(isSet, 'the answer', 'a Set')
  for (const id of answer) assert(typeof id === 'string', 'the answer', 'a Set of strings')
  // Every item was checked.
  return answer as ReadonlySet<string>
}

/** Checks a list of identifiers, and returns a copy: the store may go on changing its own. */
export function checkIds(answer: unknown): readonly string[] {
  const expected = 'a list of identifiers'
  assert(Array.isArray(answer), 'the answer', expected)
  for (const id of answer as unknown[]) {
    assert(typeof id === 'string' && id !== '', 'the answer', expected)
  }
  // Every item was checked.
  return [...(answer as string[])]
}

function checkMap<Value>(
  answer: unknown,
  path: string,
  checkValue: (value: unknown) => Value,
): ReadonlyMap<string, Value> {
  const isMap = answer instanceof Map && answer.get === Map.prototype.get
  assert(isMap, path, 'a Map')
  const map: ReadonlyMap<unknown, unknown> = answer
  for (const key of map.keys()) assert(typeof key === 'string', path, 'a Map with strings as keys')
  for (const value of map.values()) checkValue(value)
  // Every key and value was checked.
  return answer as ReadonlyMap<string, Value>
}
