import { checkAdmission, checkStanding, ifGiven } from '../decision/check-facts.js'
import type { Group, MemberId, Standing } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import { anOptOut } from '../validation/an-opt-out.js'
import { assert, assertKnownKeys } from '../validation/assert.js'
import type { Network, NetworkGroup, NetworkMember, NetworkOptOut } from './network.js'
import {
  entriesIn,
  flagIn,
  identifierIn,
  keysOf,
  listIn,
  optionalIn,
  optionalStringIn,
  stringIn,
  stringsIn,
} from './parse-network-fields.js'
import { addInvitation } from './parse-network-invitation.js'
import { emptyStore, setOptOut, type Store } from './store.js'

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
  optOuts: 1,
})

const optOutKeys = keysOf<NetworkOptOut>({ inviterId: 1, groupId: 1 })

const groupKeys = keysOf<NetworkGroup>({
  groupId: 1,
  name: 1,
  url: 1,
  admission: 1,
  standings: 1,
})

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

function addMember(store: Store, member: unknown, path: string): void {
  const { profiles } = store
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
  if (flagIn(member, 'optedOut', path)) setOptOut(store, memberId, 'all', true)
  for (const [index, optOut] of listIn(member, 'optOuts', path).entries()) {
    const item = `${path}.optOuts[${index}]`
    setOptOut(store, memberId, optOutIn(optOut, item), true)
  }
}

function optOutIn(value: unknown, path: string): OptOut {
  if (value === 'all') return value
  assertKnownKeys(value, path, optOutKeys)
  const given = optOutKeys.filter((key) => optionalIn(value, key) !== undefined)
  const optOut: unknown = Object.fromEntries(given.map((key) => [key, optionalIn(value, key)]))
  assert(anOptOut.accepts(optOut), path, anOptOut.name)
  return optOut
}

function addGroup({ groups, profiles, standings }: Store, group: unknown, path: string): void {
  assertKnownKeys(group, path, groupKeys)
  const groupId = identifierIn(group, 'groupId', path)
  assert(!groups.has(groupId), `${path}.groupId`, `unique, and '${groupId}' is taken`)
  const url = optionalStringIn(group, 'url', path)
  const admission = ifGiven(optionalIn(group, 'admission'), `${path}.admission`, checkAdmission)
  const details: Group = {
    name: stringIn(group, 'name', path),
    ...(url !== undefined && { url }),
    ...(admission !== undefined && { admission }),
  }
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
