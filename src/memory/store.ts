import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { Invitation, InvitationClaim, InvitationId } from '../model/invitation.js'
import type { InvitationChange } from '../model/invitation-change.js'
import type { OptOut } from '../model/opt-out.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import { fieldOf } from '../validation/assert.js'

export interface Store {
  readonly groups: Map<GroupId, Group>
  readonly profiles: Map<MemberId, MemberProfile>
  readonly optOuts: Map<MemberId, readonly OptOut[]>
  readonly standings: Map<GroupId, Map<MemberId, Standing>>
  /** Each pair of contacts is entered on both sides. */
  readonly contacts: Map<MemberId, Set<MemberId>>
  /** By inviter, then by recipient: the latest claim. */
  readonly claims: Map<MemberId, Map<MemberId, InvitationClaim>>
  readonly invitations: Map<InvitationId, Invitation>
  readonly changes: Map<InvitationId, InvitationChange>
  /** When the whole burst of each inviter is free again. */
  readonly freeAts: Map<MemberId, Date>
  /** By inviter. */
  readonly fingerprints: Map<MemberId, SentFingerprint[]>
}

export interface SentFingerprint extends RecentFingerprint {
  readonly sentAt: Date
}

export function emptyStore(): Store {
  return {
    groups: new Map(),
    profiles: new Map(),
    optOuts: new Map(),
    standings: new Map(),
    contacts: new Map(),
    claims: new Map(),
    invitations: new Map(),
    changes: new Map(),
    freeAts: new Map(),
    fingerprints: new Map(),
  }
}

/** Adds an opt-out to those of a member, or ends it. Keeps a copy, which nobody can change. */
export function setOptOut(
  { optOuts }: Pick<Store, 'optOuts'>,
  memberId: MemberId,
  optOut: OptOut,
  isOut: boolean,
): void {
  const others = (optOuts.get(memberId) ?? []).filter((each) => !isSameOptOut(each, optOut))
  const kept = optOut === 'all' ? optOut : Object.freeze({ ...optOut })
  optOuts.set(memberId, isOut ? [...others, kept] : others)
}

function isSameOptOut(one: OptOut, other: OptOut): boolean {
  // `all` has neither field.
  return (['inviterId', 'groupId'] as const).every(
    (key) => fieldOf(one, key) === fieldOf(other, key),
  )
}

/** Keeps the claim if it is the latest of its pair. */
export function addClaim(
  { claims }: Pick<Store, 'claims'>,
  inviterId: MemberId,
  recipientId: MemberId,
  claim: InvitationClaim,
): void {
  const ofInviter = claims.get(inviterId) ?? new Map<MemberId, InvitationClaim>()
  const before = ofInviter.get(recipientId)
  // Stryker disable next-line EqualityOperator: of two claims with one end either will do
  const isLatest = before === undefined || claim.repeatableAt > before.repeatableAt
  claims.set(inviterId, isLatest ? ofInviter.set(recipientId, claim) : ofInviter)
}

export function addFingerprint(
  { fingerprints }: Pick<Store, 'fingerprints'>,
  inviterId: MemberId,
  sent: SentFingerprint,
): void {
  // Stryker disable next-line ArrayDeclaration: what is put there has no date, and is left out
  const ofInviter = fingerprints.get(inviterId) ?? []
  ofInviter.push(sent)
  fingerprints.set(inviterId, ofInviter)
}

export function setStanding(
  { standings }: Pick<Store, 'standings'>,
  groupId: GroupId,
  memberId: MemberId,
  standing: Standing | undefined,
): void {
  const inGroup = standings.get(groupId) ?? new Map<MemberId, Standing>()
  // Stryker disable next-line ConditionalExpression: an undefined one counts as none
  if (standing === undefined) inGroup.delete(memberId)
  else inGroup.set(memberId, standing)
  standings.set(groupId, inGroup)
}

/** Finds a value for each key; a key without one is absent from the map. */
export function pick<Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Value | undefined,
): Map<Key, Value> {
  const found = new Map<Key, Value>()
  for (const key of keys) {
    const value = find(key)
    if (value !== undefined) found.set(key, value)
  }
  return found
}
