import type { GroupId, MemberId, ProfileField } from './member.js'

/**
 * Identifies an invitation: if it is new, a string of 1 to 64 of the characters `A-Z a-z 0-9 . _ ~ -`.
 *
 * Upper and lower case differ. It is also the idempotency key of sending. Identifiers that were stored before this
 * library was used may have the form of any `MemberId`.
 *
 * @since 0.1.0
 */
export type InvitationId = string

/**
 * The way into an invitation (D2).
 *
 * - `profile`: from a member's profile ("Mehr" → group selection). Anybody may be invited.
 * - `group`: from the group (choose the contacts to invite). Only direct contacts may be invited.
 *
 * @since 0.1.0
 */
export type Route = 'profile' | 'group'

/**
 * Inviter, recipient, group and route of a possible invitation, before a draft is written.
 *
 * @since 0.1.0
 */
export interface InvitationCandidate {
  readonly inviterId: MemberId
  readonly recipientId: MemberId
  readonly groupId: GroupId
  readonly route: Route
}

/**
 * The words that the inviter has written.
 *
 * @since 0.1.0
 */
export interface Draft {
  /**
   * The subject line, at most 120 characters as `countCharacters` counts them. If it is absent or blank, there is none,
   * and a default can be used.
   */
  readonly subject?: string | undefined
  /** The personal text, at most 500 characters as `countCharacters` counts them (D7). */
  readonly text: string
}

/**
 * An entry of the recipient's profile to which the text refers (D10).
 *
 * @since 0.1.0
 */
export interface ProfileReference {
  readonly field: ProfileField
  /** A well-formed string of at most 500 code points without control characters. */
  readonly entry: string
}

/**
 * A request to send one invitation. Inherited properties are ignored.
 *
 * @since 0.1.0
 */
export interface InvitationRequest extends InvitationCandidate, Draft {
  /**
   * The entry that the inviter declares. If the recipient's profile has the entry in the same spelling, except for
   * outer white space, it satisfies D10, and in `wants` or `haves` also D11. Otherwise it is ignored. It is stored with
   * the invitation. The messages show it as long as the profile has it and the inviter may see it there, and `received` as
   * long as the recipient's own profile has it.
   */
  readonly reference?: ProfileReference | undefined
}

/**
 * A request without its inviter, as a compose form sends it. The inviter comes from the session, never from the form.
 *
 * @since 0.1.0
 */
export type InvitationDraft = Omit<InvitationRequest, 'inviterId'>

/**
 * An invitation that was sent: an approved request with its identifier and times. It never changes.
 *
 * @since 0.1.0
 */
export interface Invitation extends InvitationRequest {
  readonly invitationId: InvitationId
  /** The instant of the decision, which is the time of sending. */
  readonly sentAt: Date
  /** When the inviter may invite the recipient again: not before this instant, but at it (D5). */
  readonly repeatableAt: Date
}

/**
 * The stored fact that a committed invitation takes the directed pair (inviter, recipient) until `repeatableAt` (D5).
 *
 * The group is not part of it.
 *
 * @since 0.1.0
 */
export interface InvitationClaim {
  readonly invitationId: InvitationId
  /** When the invitation was sent. It is never compared: it may be later than the clock of another server. */
  readonly sentAt: Date
  /** When the pair is free again: taken before this instant, free at it. It is stored, never computed again. */
  readonly repeatableAt: Date
}

export function draftOf({ subject, text }: Draft): Draft {
  return subject === undefined ? { text } : { subject, text }
}

export interface GivenDraft {
  /** Not normalised. */
  readonly given: Draft
  /** Whether the text has only line breaks and plain characters, so that none is unsafe. */
  readonly isTextPlain: boolean
}
