import { isStandingOrNone } from '../answers.js'
import { assert, fieldOf } from '../assert.js'
import { repeatableAt } from '../cooldown.js'
import type { InvitationClaim } from '../invitation.js'
import type { GroupId, MemberId, MemberProfile, Standing } from '../member.js'
import {
  readDate,
  readEntries,
  readList,
  readOptionalString,
  readString,
  readStrings,
} from './field-readers.js'

/** A network, made ready for look-ups. */
export interface Store {
  readonly profiles: Map<MemberId, MemberProfile>
  readonly optedOut: Set<MemberId>
  readonly standings: Map<GroupId, Map<MemberId, Standing>>
  /** For each member their contacts, entered on both sides. */
  readonly contacts: Map<MemberId, Set<MemberId>>
  /** For each inviter, and in there for each recipient, the latest claim. */
  readonly claims: Map<MemberId, Map<MemberId, InvitationClaim>>
}

/**
 * Reads a `Network`, whatever it was made from.
 *
 * @throws TypeError that names the first thing wrong with it, by its path.
 */
export function readNetwork(network: unknown): Store {
  assert(typeof network === 'object' && network !== null, 'network', 'an object')
  const store: Store = {
    profiles: new Map(),
    optedOut: new Set(),
    standings: new Map(),
    contacts: new Map(),
    claims: new Map(),
  }
  addAll(store, network, 'members', addMember)
  addAll(store, network, 'groups', addGroup)
  addAll(store, network, 'contacts', addContact)
  addAll(store, network, 'invitations', addClaim)
  return store
}

function addAll(
  store: Store,
  network: object,
  key: string,
  add: (store: Store, item: unknown, path: string) => void,
): void {
  for (const [index, item] of readList(network, key, 'network').entries()) {
    add(store, item, `network.${key}[${index}]`)
  }
}

function addMember({ profiles, optedOut }: Store, member: unknown, path: string): void {
  const memberId = readString(member, 'memberId', path)
  assert(!profiles.has(memberId), `${path}.memberId`, `unique, and '${memberId}' is not`)
  profiles.set(memberId, {
    displayName: readString(member, 'displayName', path),
    givenName: readOptionalString(member, 'givenName', path),
    familyName: readOptionalString(member, 'familyName', path),
    locale: readOptionalString(member, 'locale', path),
    wants: readStrings(member, 'wants', path),
    haves: readStrings(member, 'haves', path),
    other: readStrings(member, 'other', path),
  })
  const isOptedOut = fieldOf(member, 'optedOut') ?? false
  assert(typeof isOptedOut === 'boolean', `${path}.optedOut`, 'true or false')
  if (isOptedOut) optedOut.add(memberId)
}

function addGroup({ profiles, standings }: Store, group: unknown, path: string): void {
  const groupId = readString(group, 'groupId', path)
  assert(!standings.has(groupId), `${path}.groupId`, `unique, and '${groupId}' is not`)
  readString(group, 'name', path)
  readOptionalString(group, 'url', path)
  const inGroup = new Map<MemberId, Standing>()
  for (const [memberId, standing] of readEntries(group, 'standings', path)) {
    const entry = `${path}.standings['${memberId}']`
    assert(profiles.has(memberId), entry, `of a member, and '${memberId}' is none`)
    assert(isStandingOrNone(standing), entry, 'member, moderator, pending or banned')
    if (standing !== undefined) inGroup.set(memberId, standing)
  }
  standings.set(groupId, inGroup)
}

function addContact({ profiles, contacts }: Store, pair: unknown, path: string): void {
  assert(Array.isArray(pair) && pair.length === 2, path, 'a pair of members')
  for (const [key, otherKey] of [
    ['0', '1'],
    ['1', '0'],
  ] as const) {
    const memberId = readString(pair, key, path)
    assert(profiles.has(memberId), `${path}.${key}`, `a member, and '${memberId}' is none`)
    const known = contacts.get(memberId) ?? new Set()
    contacts.set(memberId, known.add(readString(pair, otherKey, path)))
  }
}

function addClaim({ claims }: Store, invitation: unknown, path: string): void {
  const sentAt = readDate(invitation, 'sentAt', path)
  const isStored = fieldOf(invitation, 'repeatableAt') !== undefined
  const claim: InvitationClaim = {
    invitationId: readString(invitation, 'invitationId', path),
    sentAt,
    repeatableAt: isStored ? readDate(invitation, 'repeatableAt', path) : repeatableAt(sentAt),
  }
  const inviterId = readString(invitation, 'inviterId', path)
  const recipientId = readString(invitation, 'recipientId', path)
  const ofInviter = claims.get(inviterId) ?? new Map<MemberId, InvitationClaim>()
  const before = ofInviter.get(recipientId)
  const isLatest = before === undefined || claim.repeatableAt > before.repeatableAt
  claims.set(inviterId, isLatest ? ofInviter.set(recipientId, claim) : ofInviter)
}
