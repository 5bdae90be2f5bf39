import type { RecentFingerprint } from '../content/text-fingerprint.js'
import { checkFingerprints } from '../decision/check-content.js'
import { checkClaim, checkGroup, checkProfile, checkStanding } from '../decision/check-facts.js'
import type { InvitationClaim } from '../model/invitation.js'
import type { OptOut } from '../model/opt-out.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { webAddressOf } from '../text/web-address.js'
import { anOptOut } from '../validation/an-opt-out.js'
import { assert } from '../validation/assert.js'

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
const checkOneGroup = (group: unknown) => checkGroup(group, 'the group')
const checkOneClaim = (claim: unknown) => checkClaim(claim, 'the claim')

export function checkProfiles(answer: unknown): ReadonlyMap<MemberId, MemberProfile> {
  return checkMap(answer, 'the answer', checkOneProfile)
}

export function checkGroups(answer: unknown): ReadonlyMap<GroupId, Group> {
  return checkMap(answer, 'the answer', checkOneGroup)
}

/** The same for a message, which links the group: an address of another kind would be left out in silence. */
export function checkLinkedGroups(answer: unknown): ReadonlyMap<GroupId, Group> {
  return checkMap(answer, 'the answer', (group) => {
    const { url } = checkOneGroup(group)
    const isLinkable = url === undefined || webAddressOf(url) !== undefined
    assert(
      isLinkable,
      'the group',
      'an http or https address without a login, of at most 2,048 units',
      'url',
    )
  })
}

// To choose from: one that has no name does not end the list of all the others, but counts as not found.

export function checkProfilesToChoose(answer: unknown): ReadonlyMap<MemberId, MemberProfile> {
  return checkNamed(answer, 'displayName', checkOneProfile)
}

export function checkGroupsToChoose(answer: unknown): ReadonlyMap<GroupId, Group> {
  return checkNamed(answer, 'name', checkOneGroup)
}

function checkNamed<Value>(
  answer: unknown,
  key: string,
  check: (value: unknown) => Value,
): ReadonlyMap<string, Value> {
  // Stryker disable next-line ArrayDeclaration: one more only makes the copy
  const nameless: unknown[] = []
  const map = checkMap<Value>(answer, 'the answer', (value) => {
    if (hasEmpty(value, key)) nameless.push(value)
    else check(value)
  })
  // Stryker disable next-line ConditionalExpression: only saves the copy
  if (nameless.length === 0) return map
  return new Map([...map].filter(([, value]) => !hasEmpty(value, key)))
}

function hasEmpty(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, key) === ''
}

export function checkClaims(answer: unknown): ReadonlyMap<MemberId, InvitationClaim> {
  return checkMap(answer, 'the answer', checkOneClaim)
}

export function checkRecentFingerprints(answer: unknown): readonly RecentFingerprint[] {
  return checkFingerprints(answer, 'the answer')
}

export function checkOptOuts(answer: unknown): ReadonlyMap<MemberId, readonly OptOut[]> {
  return checkMap(answer, 'the answer', (optOuts) => {
    assert(Array.isArray(optOuts), 'the opt-outs of a member', 'a list')
    // One that is not understood would count as none.
    for (const optOut of optOuts) assert(anOptOut.accepts(optOut), 'the opt-out', anOptOut.name)
  })
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

/** Checks a map with strings as keys, and each of its values. */
export function checkMap<Value>(
  answer: unknown,
  path: string,
  checkValue: (value: unknown, key: string) => unknown,
): ReadonlyMap<string, Value> {
  const isMap = answer instanceof Map && answer.get === Map.prototype.get
  assert(isMap, path, 'a Map')
  for (const entry of answer as ReadonlyMap<unknown, unknown>) {
    // By index, since to destructure each entry takes longer than the check.
    const key = entry[0]
    assert(typeof key === 'string', path, 'a Map with strings as keys')
    checkValue(entry[1], key)
  }
  // Every key and value was checked.
  return answer as ReadonlyMap<string, Value>
}
