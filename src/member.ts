/** Identifies a member. A non-empty, well-formed string of at most 255 code points without control characters. */
export type MemberId = string

/** Identifies a group, in the form of a `MemberId`. */
export type GroupId = string

/** What the messages say of a group. */
export interface Group {
  readonly name: string
  /** Where to see the group: an absolute URL. */
  readonly url?: string | undefined
}

/**
 * What a member is to a group. Who is nothing to it has no standing.
 *
 * - `member` and `moderator` belong to the group and may invite into it (D3),
 * - `pending` has asked to join and waits for an answer,
 * - `banned` was shut out and may neither join nor be invited.
 */
export type Standing = 'member' | 'moderator' | 'pending' | 'banned'

/** The lists of a profile: "Ich suche" (`wants`), "Ich biete" (`haves`), and whatever else a profile lists. */
export type ProfileField = 'wants' | 'haves' | 'other'

/** A member's profile, as one particular viewer may see it. */
export interface MemberProfile {
  /** The name as the network shows it, in any script and order. */
  readonly displayName: string
  readonly givenName?: string | undefined
  readonly familyName?: string | undefined
  /** The member's language as a BCP 47 tag, such as `de-AT`. */
  readonly locale?: string | undefined
  /** The entries under "Ich suche", one string each, in the profile's order. */
  readonly wants: readonly string[]
  /** The entries under "Ich biete", one string each, in the profile's order. */
  readonly haves: readonly string[]
  /** Entries of all other fields (employer, position, interests), one string each. */
  readonly other: readonly string[]
}
