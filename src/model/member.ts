/**
 * Identifies a member. A non-empty, well-formed string of at most 255 code points without control characters.
 *
 * @since 0.1.0
 */
export type MemberId = string

/**
 * Identifies a group, in the form of a `MemberId`.
 *
 * @since 0.1.0
 */
export type GroupId = string

/**
 * What the messages say of a group.
 *
 * @since 0.1.0
 */
export interface Group {
  readonly name: string
  /** Where to see the group: an absolute `http` or `https` URL in ASCII, without a login. No other is linked. */
  readonly url?: string | undefined
}

/**
 * What a member is to a group. Who is nothing to it has no standing.
 *
 * - `member` and `moderator` belong to the group and may invite into it (D3),
 * - `pending` has asked to join and waits for an answer,
 * - `banned` was shut out and may neither join nor be invited.
 *
 * @since 0.1.0
 */
export type Standing = 'member' | 'moderator' | 'pending' | 'banned'

/**
 * The lists of a profile: "Ich suche" (`wants`), "Ich biete" (`haves`), and whatever else a profile lists.
 *
 * @since 0.1.0
 */
export type ProfileField = 'wants' | 'haves' | 'other'

/**
 * A member's profile, as one particular viewer may see it.
 *
 * @since 0.1.0
 */
export interface MemberProfile {
  /** The name as the network shows it, in any script and order. */
  readonly displayName: string
  /** The given name, where the network has it apart. It counts in a salutation, as parts of `displayName` do. */
  readonly givenName?: string | undefined
  /** The family name, where the network has it apart. It counts in a salutation too. */
  readonly familyName?: string | undefined
  /**
   * The member's language as a BCP 47 tag, such as `de-AT`. Absent: messages to them are in the first language to
   * choose from.
   */
  readonly locale?: string | undefined
  /** The entries under "Ich suche", one string each, in the profile's order. */
  readonly wants: readonly string[]
  /** The entries under "Ich biete", one string each, in the profile's order. */
  readonly haves: readonly string[]
  /** Entries of all other fields (employer, position, interests), one string each. */
  readonly other: readonly string[]
}

/** The fields of a profile, in the order in which it is read. */
export const PROFILE_FIELDS = ['wants', 'haves', 'other'] as const satisfies ProfileField[]

/** Whether the value names a field of a profile. */
export function isProfileField(value: unknown): value is ProfileField {
  return PROFILE_FIELDS.some((field) => field === value)
}

/** Whether somebody of this standing belongs to the group: member or moderator. */
export function belongs(standing: Standing | undefined): boolean {
  return standing === 'member' || standing === 'moderator'
}
