import type { Invitation } from '../model/invitation.js'
import type { GroupId, MemberId, Standing } from '../model/member.js'
import type { NetworkMember } from '../memory/network.js'

/**
 * What a case needs in the store. It is a `Network` too, but says more of itself.
 *
 * @since 0.1.0
 */
export interface SeedNetwork {
  readonly members: readonly NetworkMember[]
  readonly groups: readonly SeedGroup[]
  /** Each pair once. */
  readonly contacts: readonly (readonly [MemberId, MemberId])[]
  /** In any order. Of several of a pair the one with the latest `repeatableAt` is the claim. */
  readonly invitations: readonly SeedInvitation[]
}

/**
 * A group with everybody who has a standing in it; all of them are among the members.
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
 * An invitation that was sent, whose deliveries are gone. An empty text was erased.
 *
 * @since 0.1.0
 */
export interface SeedInvitation extends Invitation {
  /** Absent: it was stored without one. */
  readonly textFingerprint?: string | undefined
}
