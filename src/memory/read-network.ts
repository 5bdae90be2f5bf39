import { assert, fieldOf } from '../validation/assert.js'
import { repeatableAt } from '../model/cooldown.js'
import { fingerprintText, type RecentFingerprint } from '../content/text-fingerprint.js'
import type { Invitation, InvitationClaim, InvitationId } from '../model/invitation.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { checkDate, checkStanding } from '../decision/check-facts.js'
import { checkInvitation } from '../ports/check-invitation.js'
import {
  dateIn,
  entriesIn,
  flagIn,
  identifierIn,
  isRecord,
  listIn,
  optionalDateIn,
  optionalStringIn,
  stringIn,
  stringsIn,
} from './field-readers.js'

/** A network, made ready for look-ups. */
export interface Store {
  readonly groups: Map<GroupId, Group>
  readonly profiles: Map<MemberId, MemberProfile>
  readonly optedOut: Set<MemberId>
  readonly standings: Map<GroupId, Map<MemberId, Standing>>
  /** For each member their contacts, entered on both sides. */
  readonly contacts: Map<MemberId, Set<MemberId>>
  /** For each inviter, and in there for each recipient, the latest claim. */
  readonly claims: Map<MemberId, Map<MemberId, InvitationClaim>>
  readonly invitations: Map<InvitationId, Invitation>
  /** For each inviter what is remembered of the texts sent. */
  readonly fingerprints: Map<MemberId, SentFingerprint[]>
}

/** What is remembered of a text, and since when. */
export interface SentFingerprint extends RecentFingerprint {
  readonly sentAt: Date
}

/**
 * Reads a `Network`, whatever it was made from.
 *
 * @throws TypeError that names the first thing wrong with it, by its path.
 */
export function readNetwork(network: unknown): Store {
  assert(isRecord(network), 'network', 'an object')
  const store: Store = {
    groups: new Map(),
    profiles: new Map(),
    optedOut: new Set(),
    standings: new Map(),
    contacts: new Map(),
    claims: new Map(),
    invitations: new Map(),
    fingerprints: new Map(),
  }
  addAll(store, network, 'members', addMember)
  addAll(store, network, 'groups', addGroup)
  addAll(store, network, 'contacts', addContact)
  addAll(store, network, 'invitations', addInvitation)
  return store
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
  }
  profiles.set(memberId, Object.freeze(profile))
  if (flagIn(member, 'optedOut', path)) optedOut.add(memberId)
}

function addGroup({ groups, profiles, standings }: Store, group: unknown, path: string): void {
  const groupId = identifierIn(group, 'groupId', path)
  assert(!groups.has(groupId), `${path}.groupId`, `unique, and '${groupId}' is taken`)
  const url = optionalStringIn(group, 'url', path)
  const details = { name: stringIn(group, 'name', path), ...(url !== undefined && { url }) }
  groups.set(groupId, Object.freeze(details))
  const inGroup = new Map<MemberId, Standing>()
  for (const [memberId, value] of entriesIn(group, 'standings', path)) {
    const entry = `${path}.standings['${memberId}']`
    assert(profiles.has(memberId), entry, `of a member, and '${memberId}' is none`)
    const standing = checkStanding(value, entry)
    if (standing !== undefined) inGroup.set(memberId, standing)
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
  addWhole(store, invitation, claim, path)
}

/** Adds the invitation itself, where it says into which group it was. */
function addWhole(
  { invitations }: Store,
  value: unknown,
  claim: InvitationClaim,
  path: string,
): void {
  if (fieldOf(value, 'groupId') == null) return
  const { invitationId } = claim
  assert(
    !invitations.has(invitationId),
    `${path}.invitationId`,
    `unique, and '${invitationId}' is taken`,
  )
  const fields = ['inviterId', 'recipientId', 'groupId', 'subject', 'reference']
  const given = Object.fromEntries(
    fields.map((field) => [field, fieldOf(value, field) ?? undefined]),
  )
  const whole = {
    ...given,
    route: fieldOf(value, 'route') ?? 'profile',
    text: fieldOf(value, 'text') ?? '',
    ...claim,
  }
  invitations.set(invitationId, checkInvitation(whole, invitationId, path))
}

/** Keeps the claim if it is the pair's latest. */
export function addClaim(
  { claims }: Pick<Store, 'claims'>,
  inviterId: MemberId,
  recipientId: MemberId,
  claim: InvitationClaim,
): void {
  const ofInviter = claims.get(inviterId) ?? new Map<MemberId, InvitationClaim>()
  const before = ofInviter.get(recipientId)
  const isLatest = before === undefined || claim.repeatableAt > before.repeatableAt
  claims.set(inviterId, isLatest ? ofInviter.set(recipientId, claim) : ofInviter)
}

export function addFingerprint(
  { fingerprints }: Pick<Store, 'fingerprints'>,
  inviterId: MemberId,
  sent: SentFingerprint,
): void {
  const ofInviter = fingerprints.get(inviterId) ?? []
  ofInviter.push(sent)
  fingerprints.set(inviterId, ofInviter)
}
