import type { GroupId, MemberId, ProfileField } from './member.js'

/**
 * Identifies an invitation: a string of 1 to 64 of the characters `A-Z a-z 0-9 . _ ~ -`, compared case by case.
 *
 * It is the idempotency key of sending too. An invitation from before may have one in the form of a `MemberId`.
 *
 * @since 0.1.0
 */
export type InvitationId = string

/**
 * The way into an invitation (D2).
 *
 * - `profile`: from a member's profile ("Mehr" → group selection). Anybody may be invited.
 * - `group`: from the group (choose the contacts to invite). Direct contacts only.
 *
 * @since 0.1.0
 */
export type Route = 'profile' | 'group'

/**
 * Who would invite whom into which group, and by which way: an invitation before a word is written.
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
 * What the inviter has written.
 *
 * @since 0.1.0
 */
export interface Draft {
  /**
   * The subject line, at most 120 characters as `countCharacters` counts them. Absent or blank: there is none, and a
   * default can take its place.
   */
  readonly subject?: string | undefined
  /** The personal text, at most 500 characters as `countCharacters` counts them (D7). */
  readonly text: string
}

/**
 * An entry of the recipient's profile, named by the inviter as the one that the text refers to (D10).
 *
 * @since 0.1.0
 */
export interface ProfileReference {
  readonly field: ProfileField
  /** A well-formed string of at most 500 code points without control characters. */
  readonly entry: string
}

/**
 * The wish to send one invitation. Only an object's own properties count.
 *
 * @since 0.1.0
 */
export interface InvitationRequest extends InvitationCandidate, Draft {
  /**
   * Satisfies D10 (and D11, of `wants` or `haves`) if the recipient's profile really has the entry, written like
   * this but for outer white space; is ignored if not. It is stored with the invitation, and shown beside the text as
   * long as the profile has it and the inviter may see it there.
   */
  readonly reference?: ProfileReference | undefined
}

/**
 * What a compose form sends: a request without its inviter, who is known from the session, never from a body.
 *
 * @since 0.1.0
 */
export type InvitationDraft = Omit<InvitationRequest, 'inviterId'>

/**
 * An invitation that was sent: an approved request, and when. It never changes.
 *
 * @since 0.1.0
 */
export interface Invitation extends InvitationRequest {
  readonly invitationId: InvitationId
  /** When it was sent: the instant of the decision. */
  readonly sentAt: Date
  /** When the pair is free again: taken before this instant, free at it (D5). */
  readonly repeatableAt: Date
}

/**
 * The trace that a committed invitation leaves: it takes the directed pair (inviter, recipient)
 * until `repeatableAt` (D5). The group is no part of it.
 *
 * @since 0.1.0
 */
export interface InvitationClaim {
  readonly invitationId: InvitationId
  /** When the invitation was sent. Never compared: it may lie ahead of the reader's clock. */
  readonly sentAt: Date
  /** When the pair is free again: taken before this instant, free at it. Stored, never recomputed. */
  readonly repeatableAt: Date
}

/** The draft alone of whatever has one. Where there is no subject, none is told. */
export function draftOf({ subject, text }: Draft): Draft {
  return subject === undefined ? { text } : { subject, text }
}

/** A draft as it was given, before normalising. */
export interface GivenDraft {
  readonly given: Draft
  /** Whether the text has only line breaks and characters that stand for themselves, so that none is unsafe. */
  readonly isTextPlain: boolean
}
