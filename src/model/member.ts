/**
 * Identifies a member: a well-formed string of 1 to 255 code points without control characters.
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
 * A group as the messages show it.
 *
 * @since 0.1.0
 */
export interface Group {
  readonly name: string
  /**
   * The group's page: an absolute `http` or `https` URL without a login, of at most 2,048 UTF-16 units. Umlauts and
   * blanks may stand in it as they are: the messages percent-encode them, and write the host in Punycode.
   */
  readonly url?: string | undefined
  /**
   * It decides what an accepted invitation leads to. Absent: `approval`.
   */
  readonly admission?: Admission | undefined
}

/**
 * Who may join a group: anybody (`open`), or those whom a moderator admits (`approval`).
 *
 * @since 0.1.0
 */
export type Admission = 'open' | 'approval'

/**
 * The relation of a member to a group. A member without any relation to it has no standing.
 *
 * - `member`, `moderator`: belongs to the group and may invite into it (D3).
 * - `pending`: has asked to join and is waiting for an answer.
 * - `banned`: is excluded, and may neither join nor be invited.
 *
 * @since 0.1.0
 */
export type Standing = 'member' | 'moderator' | 'pending' | 'banned'

/**
 * The fields of a profile: "Ich suche" (`wants`), "Ich biete" (`haves`), and all others (`other`).
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
  /** The given name, if the network stores it separately. It counts in a salutation, like parts of `displayName`. */
  readonly givenName?: string | undefined
  /** The family name, if the network stores it separately. It also counts in a salutation. */
  readonly familyName?: string | undefined
  /**
   * The member's language as a BCP 47 tag, such as `de-AT`. If it is absent, messages to the member are in the first
   * of the available languages.
   */
  readonly locale?: string | undefined
  /** The entries under "Ich suche", one string each, in the profile's order. */
  readonly wants: readonly string[]
  /** The entries under "Ich biete", one string each, in the profile's order. */
  readonly haves: readonly string[]
  /** The entries of all other fields (employer, position, interests), one string each. */
  readonly other: readonly string[]
  /** The page of the profile, in the form of a group's `url`. The messages link no other URL, and none if it is absent. */
  readonly url?: string | undefined
}

export const PROFILE_FIELDS = ['wants', 'haves', 'other'] as const satisfies ProfileField[]

export function isProfileField(value: unknown): value is ProfileField {
  return PROFILE_FIELDS.some((field) => field === value)
}

export function belongs(standing: Standing | undefined): boolean {
  return standing === 'member' || standing === 'moderator'
}

// A repository's object may have more fields than its type: only these go into a list or leave the service.

export function fieldsOfGroup({ name, url, admission }: Group): Group {
  return {
    name,
    ...(url !== undefined && { url }),
    ...(admission !== undefined && { admission }),
  }
}

export function fieldsOfProfile(profile: MemberProfile): MemberProfile {
  const { displayName, givenName, familyName, locale, wants, haves, other, url } = profile
  return {
    displayName,
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    ...(locale !== undefined && { locale }),
    wants: [...wants],
    haves: [...haves],
    other: [...other],
    ...(url !== undefined && { url }),
  }
}
