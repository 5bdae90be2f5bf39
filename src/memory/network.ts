import type { InvitationId } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'

// The types are loose where JSON is: an imported file has `string` for a literal and `string[]` for a pair.

/**
 * A small network as plain data, such as a JSON file holds. There `null` in an optional field counts as absent.
 *
 * @since 0.1.0
 */
export interface Network {
  readonly members?: readonly NetworkMember[] | undefined
  readonly groups?: readonly NetworkGroup[] | undefined
  /** Pairs of members who are confirmed, direct contacts of each other, in either order. */
  readonly contacts?: readonly (readonly MemberId[])[] | undefined
  /** The invitations sent so far, in any order. */
  readonly invitations?: readonly NetworkInvitation[] | undefined
}

/**
 * A member with profile and settings.
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
  /** Entries under "Ich suche"; absent: none. */
  readonly wants?: readonly string[] | undefined
  /** Entries under "Ich biete"; absent: none. */
  readonly haves?: readonly string[] | undefined
  /** Entries of all other fields; absent: none. */
  readonly other?: readonly string[] | undefined
  /** Whether the member has switched group invitations off; absent: no. */
  readonly optedOut?: boolean | undefined
}

/**
 * A group with everybody who has a standing in it.
 *
 * @since 0.1.0
 */
export interface NetworkGroup {
  readonly groupId: GroupId
  /** Not empty. */
  readonly name: string
  /** The `url` of the `Group`. */
  readonly url?: string | undefined
  /** For each member a `Standing`: `member`, `moderator`, `pending` or `banned`. Who is absent has none. */
  readonly standings?: { readonly [memberId: MemberId]: string | undefined } | undefined
}

/**
 * An invitation that was sent; further fields are ignored. Its members need no longer be in the network.
 *
 * One with a `groupId` is found by its identifier, which is unique among these; of another there are but the claim and
 * the fingerprint, as where all else was erased.
 *
 * @since 0.1.0
 */
export interface NetworkInvitation {
  readonly invitationId: InvitationId
  readonly inviterId: MemberId
  readonly recipientId: MemberId
  readonly groupId?: GroupId | undefined
  /** A `Route`; absent: `profile`. */
  readonly route?: string | undefined
  /** The subject line; absent: there is none. */
  readonly subject?: string | undefined
  /** A `Date`, or date and time in ISO 8601. Without an offset they are in UTC, a date alone is its midnight. */
  readonly sentAt: Date | string
  /** When the pair is free again, in the same form; absent: as `repeatableAt` reckons it from `sentAt`. */
  readonly repeatableAt?: Date | string | undefined
  /** The personal text, of which the fingerprint is made where there is none; absent: empty, as one that was erased. */
  readonly text?: string | undefined
  /** The fingerprint that an approval has given; absent: that of `text`. Without either, no copy of it is recognised. */
  readonly textFingerprint?: string | undefined
  /** A `ProfileReference`; absent: there is none. */
  readonly reference?: { readonly field: string; readonly entry: string } | undefined
}
