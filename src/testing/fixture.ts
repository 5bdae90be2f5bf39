import type { NetworkMember } from '../memory/network.js'
import type { Delivery } from '../model/delivery.js'
import type { Invitation } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId, Standing } from '../model/member.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'

/**
 * An adapter and its store, for one case.
 *
 * @since 0.1.0
 */
export interface Fixture<Repository> {
  /** The adapter under test. A case gets it after `seed`. */
  readonly repository: Repository
  /**
   * Fills the empty store. A case calls it once, before anything else. The network contains every member and every
   * group of the case, also those of its later commits. The decoys must not be found: store those that your store keeps.
   */
  seed(network: SeedNetwork, decoys: SeedDecoys): MaybePromise<void>
  /**
   * Returns all deliveries in the store, in any order. Only the cases for invitations call it. Absent: the store does
   * not keep deliveries.
   */
  deliveries?(): MaybePromise<readonly Delivery[]>
  /**
   * Returns a second, independent instance over the same store: another connection, no shared memory. Absent: there is
   * none.
   */
  another?(): MaybePromise<Repository>
  /**
   * Returns the standing of the member in the group now, or `undefined` if there is none. Only the cases for answers call
   * it. Absent: memberships are not in the store of the answers.
   */
  standingOf?(groupId: GroupId, memberId: MemberId): MaybePromise<Standing | undefined>
  /**
   * Sets the standing of the member in the group, or ends it if it is `undefined`, as the other code of your service does
   * when somebody joins, leaves or is banned. Only the cases for answers call it, also while the adapter writes.
   */
  setStanding?(
    groupId: GroupId,
    memberId: MemberId,
    standing: Standing | undefined,
  ): MaybePromise<void>
  /** Ends the fixture. A case calls it once, whatever has happened. */
  close(): MaybePromise<void>
}

/**
 * Opens a fixture over a fresh, empty store.
 *
 * @since 0.1.0
 */
export type OpenFixture<Repository> = () => MaybePromise<Fixture<Repository>>

/**
 * What a case needs in the store. It is also a `Network`, but with narrower types, unless it has `blocks`.
 *
 * - Names are not empty, and differ from each other. A display name is a given name, a blank and a family name.
 * - The invitations of one pair do not overlap in time.
 * - A member who has opted out of everything has `optedOut`. No member has `optOuts`: the cases set the opt-outs from an
 *   inviter or a group through the port.
 *
 * @since 0.1.0
 */
export interface SeedNetwork {
  readonly members: readonly NetworkMember[]
  readonly groups: readonly SeedGroup[]
  /** Each pair occurs once. */
  readonly contacts: readonly (readonly [MemberId, MemberId])[]
  /**
   * In any order. If a pair has several, the one with the latest `repeatableAt` is the claim. One case has some whose group
   * or other member is a decoy: leave these out if your store deletes them together with a group or a member.
   */
  readonly invitations: readonly SeedInvitation[]
  /** The first hides from the second, by a block or by a setting. Only in cases that need `blocks`. */
  readonly blocks?: readonly (readonly [MemberId, MemberId])[]
}

/**
 * A group and the standings in it. Every member with a standing is one of the network's members.
 *
 * @since 0.1.0
 */
export interface SeedGroup {
  readonly groupId: GroupId
  readonly name: string
  /** Only in cases that need `groupUrl`. */
  readonly url?: string | undefined
  /** Absent: `approval`. Only in cases that need `admission`. */
  readonly admission?: 'open' | 'approval' | undefined
  readonly standings?: { readonly [memberId: MemberId]: Standing } | undefined
}

/**
 * An invitation that was sent, and whose deliveries are gone. An empty text was erased.
 *
 * @since 0.1.0
 */
export interface SeedInvitation extends Invitation {
  /** Absent: the invitation was stored without a fingerprint. */
  readonly textFingerprint?: string | undefined
}

/**
 * What many stores keep and no port may find: what has ended, and what is no standing or contact yet.
 *
 * Store each decoy as your store keeps such a thing: with a date of deletion, a status, a role. If it keeps no such
 * thing, because it deletes the row, then store nothing. Everybody named here is a member of the network, except the
 * former members.
 *
 * @since 0.1.0
 */
export interface SeedDecoys {
  /** Members who have left the network, or whose access was suspended or deleted. */
  readonly formerMembers: readonly NetworkMember[]
  /** Groups that were deleted or archived. */
  readonly formerGroups: readonly SeedGroup[]
  /** Memberships that have ended. If the same member has a standing in the same group, the member has come back. */
  readonly formerMemberships: readonly FormerMembership[]
  /**
   * Members with a role in a group that is none of the four standings: someone who follows the group, was invited, or
   * has left. Give each such role that your store has to some of them, in turn.
   */
  readonly otherRoles: readonly OtherRole[]
  /** Contacts that have ended. */
  readonly formerContacts: readonly (readonly [MemberId, MemberId])[]
  /** The first has asked the second to become a contact, and waits for the answer. */
  readonly contactRequests: readonly (readonly [MemberId, MemberId])[]
}

/**
 * A membership that has ended, or an application or a ban.
 *
 * @since 0.1.0
 */
export interface FormerMembership {
  readonly groupId: GroupId
  readonly memberId: MemberId
  /** What the member was. `pending` and `banned` only in cases that need it. */
  readonly standing: Standing
}

/**
 * A member with a role in a group that is none of the four standings.
 *
 * @since 0.1.0
 */
export interface OtherRole {
  readonly groupId: GroupId
  readonly memberId: MemberId
}

export const emptyNetwork: SeedNetwork = { members: [], groups: [], contacts: [], invitations: [] }

export const noDecoys: SeedDecoys = {
  formerMembers: [],
  formerGroups: [],
  formerMemberships: [],
  otherRoles: [],
  formerContacts: [],
  contactRequests: [],
}

export function anotherOf<Repository>(fixture: Fixture<Repository>): MaybePromise<Repository> {
  if (!fixture.another) throw new Error('it needs a fixture with another()')
  return fixture.another()
}

export function deliveriesIn(fixture: Fixture<unknown>): MaybePromise<readonly Delivery[]> {
  if (!fixture.deliveries) throw new Error('it needs a fixture with deliveries()')
  return fixture.deliveries()
}

export function findFreeAtIn(
  repository: InvitationRepository,
): Required<InvitationRepository>['findFreeAt'] {
  if (repository.findFreeAt) return repository.findFreeAt.bind(repository)
  throw new Error('it needs a repository with findFreeAt(), or pace in options.lacks')
}

/** The two methods about standings. */
export function membershipsOf(
  fixture: Fixture<unknown>,
): Required<Pick<Fixture<unknown>, 'standingOf' | 'setStanding'>> {
  if (!fixture.standingOf || !fixture.setStanding)
    throw new Error('it needs a fixture with standingOf() and setStanding()')
  return {
    standingOf: fixture.standingOf.bind(fixture),
    setStanding: fixture.setStanding.bind(fixture),
  }
}
