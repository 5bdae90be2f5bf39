import type { NetworkMember } from '../memory/network.js'
import type { Delivery } from '../model/delivery.js'
import type { Invitation } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId, Standing } from '../model/member.js'

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
   * group of the case, also those of its later commits.
   */
  seed(network: SeedNetwork): MaybePromise<void>
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
 * What a fixture may lack: `deliveries()` or `another()`.
 *
 * @since 0.1.0
 */
export type FixtureNeed = 'deliveries' | 'another'

/**
 * What a case needs in the store. It is also a `Network`, but with narrower types.
 *
 * @since 0.1.0
 */
export interface SeedNetwork {
  readonly members: readonly NetworkMember[]
  readonly groups: readonly SeedGroup[]
  /** Each pair occurs once. */
  readonly contacts: readonly (readonly [MemberId, MemberId])[]
  /** In any order. If a pair has several, the one with the latest `repeatableAt` is the claim. */
  readonly invitations: readonly SeedInvitation[]
}

/**
 * A group and the standings in it. Every member with a standing is one of the network's members.
 *
 * @since 0.1.0
 */
export interface SeedGroup {
  readonly groupId: GroupId
  readonly name: string
  readonly url?: string | undefined
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

export function anotherOf<Repository>(fixture: Fixture<Repository>): MaybePromise<Repository> {
  if (!fixture.another) throw new Error('it needs a fixture with another()')
  return fixture.another()
}

export function deliveriesIn(fixture: Fixture<unknown>): MaybePromise<readonly Delivery[]> {
  if (!fixture.deliveries) throw new Error('it needs a fixture with deliveries()')
  return fixture.deliveries()
}
