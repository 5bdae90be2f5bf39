import { fingerprintText } from '../content/text-fingerprint.js'
import { checkDate, checkStanding } from '../decision/check-facts.js'
import { repeatableAt } from '../model/cooldown.js'
import type { InvitationClaim, ProfileReference } from '../model/invitation.js'
import type { MemberId, Standing } from '../model/member.js'
import { checkInvitation } from '../ports/check-invitation.js'
import { assert, assertKnownKeys } from '../validation/assert.js'
import type { Network, NetworkGroup, NetworkInvitation, NetworkMember } from './network.js'
import {
  dateIn,
  entriesIn,
  flagIn,
  identifierIn,
  listIn,
  optionalDateIn,
  optionalIn,
  optionalStringIn,
  stringIn,
  stringsIn,
} from './parse-network-fields.js'
import { addClaim, addFingerprint, emptyStore, type Store } from './store.js'

/** @throws TypeError that names the first mistake in a `Network` by its path. */
export function parseNetwork(network: unknown): Store {
  assertKnownKeys(network, 'network', networkKeys)
  const store = emptyStore()
  addAll(store, network, 'members', addMember)
  addAll(store, network, 'groups', addGroup)
  addAll(store, network, 'contacts', addContact)
  addAll(store, network, 'invitations', addInvitation)
  return store
}

const networkKeys = keysOf<Network>({ members: 1, groups: 1, contacts: 1, invitations: 1 })

const memberKeys = keysOf<NetworkMember>({
  memberId: 1,
  displayName: 1,
  givenName: 1,
  familyName: 1,
  locale: 1,
  wants: 1,
  haves: 1,
  other: 1,
  url: 1,
  optedOut: 1,
})

const groupKeys = keysOf<NetworkGroup>({ groupId: 1, name: 1, url: 1, standings: 1 })

const invitationKeys = keysOf<NetworkInvitation>({
  invitationId: 1,
  inviterId: 1,
  recipientId: 1,
  groupId: 1,
  route: 1,
  subject: 1,
  sentAt: 1,
  repeatableAt: 1,
  text: 1,
  textFingerprint: 1,
  reference: 1,
})

const referenceKeys = keysOf<ProfileReference>({ field: 1, entry: 1 })

/** All keys of a type: the compiler misses none. */
function keysOf<Item>(keys: Readonly<Record<keyof Item, 1>>): readonly string[] {
  return Object.keys(keys)
}

function addAll(
  store: Store,
  network: object,
  key: string,
  add: (store: Store, item: unknown, path: string) => void,
): void {
  for (const [index, item] of listIn(network, key, 'network').entries()) {
    add(store, item, `network.${key}[${index}]`)
  }
}

function addMember({ profiles, optedOut }: Store, member: unknown, path: string): void {
  assertKnownKeys(member, path, memberKeys)
  const memberId = identifierIn(member, 'memberId', path)
  assert(!profiles.has(memberId), `${path}.memberId`, `unique, and '${memberId}' is taken`)
  const profile = {
    displayName: stringIn(member, 'displayName', path),
    givenName: optionalStringIn(member, 'givenName', path),
    familyName: optionalStringIn(member, 'familyName', path),
    locale: optionalStringIn(member, 'locale', path),
    wants: stringsIn(member, 'wants', path),
    haves: stringsIn(member, 'haves', path),
    other: stringsIn(member, 'other', path),
    url: optionalStringIn(member, 'url', path),
  }
  profiles.set(memberId, Object.freeze(profile))
  if (flagIn(member, 'optedOut', path)) optedOut.add(memberId)
}

function addGroup({ groups, profiles, standings }: Store, group: unknown, path: string): void {
  assertKnownKeys(group, path, groupKeys)
  const groupId = identifierIn(group, 'groupId', path)
  assert(!groups.has(groupId), `${path}.groupId`, `unique, and '${groupId}' is taken`)
  const url = optionalStringIn(group, 'url', path)
  const details = { name: stringIn(group, 'name', path), ...(url !== undefined && { url }) }
  groups.set(groupId, Object.freeze(details))
  const inGroup = new Map<MemberId, Standing>()
  for (const [memberId, value] of entriesIn(group, 'standings', path)) {
    const entry = `${path}.standings['${memberId}']`
    assert(profiles.has(memberId), entry, `of a member, and '${memberId}' is none`)
    if (value !== undefined) inGroup.set(memberId, checkStanding(value, entry))
  }
  standings.set(groupId, inGroup)
}

function addContact({ profiles, contacts }: Store, pair: unknown, path: string): void {
  assert(Array.isArray(pair) && pair.length === 2, path, 'a pair of members')
  const memberAt = (index: number): MemberId => {
    const memberId: unknown = pair[index]
    const isMember = typeof memberId === 'string' && profiles.has(memberId)
    assert(isMember, `${path}[${index}]`, `a member, and '${String(memberId)}' is none`)
    return memberId
  }
  const [one, other] = [memberAt(0), memberAt(1)]
  assert(one !== other, path, `a pair of two members, and '${one}' is one`)
  contacts.set(one, (contacts.get(one) ?? new Set()).add(other))
  contacts.set(other, (contacts.get(other) ?? new Set()).add(one))
}

function addInvitation(store: Store, invitation: unknown, path: string): void {
  assertKnownKeys(invitation, path, invitationKeys)
  const reference = optionalIn(invitation, 'reference')
  if (reference !== undefined) assertKnownKeys(reference, `${path}.reference`, referenceKeys)
  const sentAt = dateIn(invitation, 'sentAt', path)
  const claim: InvitationClaim = {
    invitationId: identifierIn(invitation, 'invitationId', path),
    sentAt,
    repeatableAt:
      optionalDateIn(invitation, 'repeatableAt', path) ??
      checkDate(repeatableAt(sentAt), `${path}.sentAt`),
  }
  const inviterId = identifierIn(invitation, 'inviterId', path)
  const recipientId = identifierIn(invitation, 'recipientId', path)
  addClaim(store, inviterId, recipientId, claim)
  const text = optionalStringIn(invitation, 'text', path)
  const fingerprint = optionalStringIn(invitation, 'textFingerprint', path)
  const textFingerprint =
    fingerprint ?? (text && fingerprintText(text, store.profiles.get(recipientId)))
  if (textFingerprint) addFingerprint(store, inviterId, { recipientId, textFingerprint, sentAt })
  if (optionalIn(invitation, 'groupId') !== undefined) addWhole(store, invitation, claim, path)
}

/** Adds the invitation itself, which only one with a group has. */
function addWhole(
  { invitations }: Store,
  value: object,
  claim: InvitationClaim,
  path: string,
): void {
  const { invitationId } = claim
  const isFree = !invitations.has(invitationId)
  assert(isFree, `${path}.invitationId`, `unique, and '${invitationId}' is taken`)
  const whole = {
    inviterId: optionalIn(value, 'inviterId'),
    recipientId: optionalIn(value, 'recipientId'),
    groupId: optionalIn(value, 'groupId'),
    subject: optionalIn(value, 'subject'),
    reference: optionalIn(value, 'reference'),
    route: optionalIn(value, 'route') ?? 'profile',
    text: optionalIn(value, 'text') ?? '',
    ...claim,
  }
  invitations.set(invitationId, checkInvitation(whole, invitationId, path))
}
