import type { InvitationId } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'

// An imported JSON file has `string` for a literal and `string[]` for a pair: so have these types.

/**
 * A small network as plain data, such as the contents of a JSON file.
 *
 * In an optional field `null` counts as absent. An unknown key, here or in an item, is a `TypeError`.
 *
 * @since 0.1.0
 */
export interface Network {
  readonly members?: readonly NetworkMember[] | undefined
  readonly groups?: readonly NetworkGroup[] | undefined
  /** Pairs of members who are confirmed, direct contacts of each other. The order in a pair does not matter. */
  readonly contacts?: readonly (readonly MemberId[])[] | undefined
  /** The invitations that were sent so far, in any order. */
  readonly invitations?: readonly NetworkInvitation[] | undefined
}

/**
 * A member with a profile and settings.
 *
 * @since 0.1.0
 */
export interface NetworkMember {
  readonly memberId: MemberId
  /** Not empty. */
  readonly displayName: string
  readonly givenName?: string | undefined
  readonly familyName?: string | undefined
  /** A BCP 47 tag, such as `de-AT`. */
  readonly locale?: string | undefined
  /** The entries under "Ich suche". Absent: there are none. */
  readonly wants?: readonly string[] | undefined
  /** The entries under "Ich biete". Absent: there are none. */
  readonly haves?: readonly string[] | undefined
  /** The entries of all other fields. Absent: there are none. */
  readonly other?: readonly string[] | undefined
  /** The `url` of the `MemberProfile`. */
  readonly url?: string | undefined
  /** Whether the member has switched group invitations off. Absent: `false`. */
  readonly optedOut?: boolean | undefined
  /** The `OptOut`s of the member, beside `optedOut`, which is the same as `all` among them. Absent: there are none. */
  readonly optOuts?: readonly (string | NetworkOptOut)[] | undefined
}

/**
 * An `OptOut` from one inviter or one group: exactly one of the two is given.
 *
 * @since 0.1.0
 */
export interface NetworkOptOut {
  readonly inviterId?: MemberId | undefined
  readonly groupId?: GroupId | undefined
}

/**
 * A group and the standings of its members.
 *
 * @since 0.1.0
 */
export interface NetworkGroup {
  readonly groupId: GroupId
  /** Not empty. */
  readonly name: string
  /** The `url` of the `Group`. */
  readonly url?: string | undefined
  /** `open` or `approval`, the `admission` of the `Group`. Absent: `approval`. */
  readonly admission?: string | undefined
  /**
   * By member: a `Standing`, which is `member`, `moderator`, `pending` or `banned`. A member who is absent has none.
   * Each must be one of the members of the network.
   */
  readonly standings?: { readonly [memberId: MemberId]: string | undefined } | undefined
}

/**
 * An invitation that was sent. Its inviter and its recipient need not be in the network any more.
 *
 * - With a `groupId` it is found by its identifier, which must be unique among the invitations with a `groupId`.
 * - Without one only its claim and its fingerprint exist, as if everything else had been erased.
 *
 * @since 0.1.0
 */
export interface NetworkInvitation {
  readonly invitationId: InvitationId
  readonly inviterId: MemberId
  readonly recipientId: MemberId
  readonly groupId?: GroupId | undefined
  /** A `Route`. Absent: `profile`. */
  readonly route?: string | undefined
  /** The subject line. Absent: there is none. */
  readonly subject?: string | undefined
  /** A `Date`, or date and time in ISO 8601. Without an offset they are in UTC. A date alone is its midnight. */
  readonly sentAt: Date | string
  /** When the pair is free again, in the form of `sentAt`. Absent: the result of `repeatableAt(sentAt)`. */
  readonly repeatableAt?: Date | string | undefined
  /** The personal text. Absent: the empty text, as if it had been erased. */
  readonly text?: string | undefined
  /**
   * The fingerprint from the approval. Absent: it is made from `text`. If both are absent, copies are not recognised.
   */
  readonly textFingerprint?: string | undefined
  /** A `ProfileReference`. Absent: there is none. */
  readonly reference?: { readonly field: string; readonly entry: string } | undefined
}
