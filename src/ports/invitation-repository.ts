import type { RecentFingerprint, TextFingerprint } from '../content/text-fingerprint.js'
import type { Delivery } from '../model/delivery.js'
import type { Invitation, InvitationClaim, InvitationId } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'
import type { Pace } from '../model/pace.js'

/**
 * Everything that one `send` stores: all of it is written, or nothing.
 *
 * @since 0.1.0
 */
export interface InvitationRecord {
  /** `findInvitation` returns it afterwards. Its identifier, its pair, `sentAt` and `repeatableAt` are the claim. */
  readonly invitation: Invitation
  /** It recognises copies of the text for 30 days. */
  readonly textFingerprint: TextFingerprint
  /** The deliveries to be made, one for each channel. */
  readonly deliveries: readonly Delivery[]
  /** How fast the inviter may send. Absent: as fast as they like. */
  readonly pace?: Pace | undefined
}

/**
 * The outcome of a commit. Its `type` tells which.
 *
 * @since 0.1.0
 */
export type CommitOutcome = Committed | IdTaken | PairTaken | PaceTaken

/**
 * The whole record was stored.
 *
 * @since 0.1.0
 */
export interface Committed {
  readonly type: 'Committed'
}

/**
 * Nothing was stored, because an invitation with this identifier exists already.
 *
 * @since 0.1.0
 */
export interface IdTaken {
  readonly type: 'IdTaken'
  /** The stored invitation. The service compares it with the new one; the repository does not. */
  readonly invitation: Invitation
}

/**
 * Nothing was stored, because another invitation has taken the pair.
 *
 * @since 0.1.0
 */
export interface PairTaken {
  readonly type: 'PairTaken'
  /** The claim of the pair. Its `repeatableAt` is later than the `sentAt` of the record. */
  readonly claim: InvitationClaim
}

/**
 * Nothing was stored, because the inviter has sent as many invitations as the pace of the record allows.
 *
 * @since 0.1.0
 */
export interface PaceTaken {
  readonly type: 'PaceTaken'
  /** When the whole burst of the inviter is free again, as it is stored. */
  readonly freeAt: Date
}

/**
 * Finds and commits invitations and their claims. Implement it over your store of invitations.
 *
 * The policy needs it for `RateLimited6Months`, `MassMessage` and `TooManyInvitations`. The service needs it to send
 * exactly once.
 *
 * @since 0.1.0
 */
export interface InvitationRepository {
  /**
   * Finds the claim of this inviter on each of these recipients, with one query for all of them.
   *
   * - Returns the claim of the pair, to the millisecond; a recipient without a claim is absent. A claim that has ended
   *   may be present or absent, because the rule compares it with its own clock. `sentAt` and `repeatableAt` are those
   *   that were stored.
   * - Returns the claim of the pair with the latest `repeatableAt`, into any group: the group is no part of the pair.
   * - Returns no claim of another inviter or of the reversed pair: the pair is directed.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of recipients, also none.
   * - A claim stays, whatever becomes of its invitation: declined, withdrawn, bounced.
   * - More recipients than were asked for do no harm.
   */
  findClaims(
    inviterId: MemberId,
    recipientIds: readonly MemberId[],
  ): MaybePromise<ReadonlyMap<MemberId, InvitationClaim>>

  /**
   * Finds the fingerprints of the texts that this inviter has sent lately, to any recipient.
   *
   * - Returns what the inviter has sent at `since` or later, into any group.
   * - Returns as many as `limit` allows, and never more.
   * - Returns the latest ones if there are more than `limit`. The order is free.
   * - Returns each fingerprint as it was committed. A fingerprint is an opaque string of ASCII characters.
   * - Leaves out an invitation without a fingerprint. It may also leave out an invitation whose text was erased.
   * - Compares identifiers exactly.
   */
  findRecentFingerprints(
    inviterId: MemberId,
    since: Date,
    limit: number,
  ): MaybePromise<readonly RecentFingerprint[]>

  /**
   * Finds when the whole burst of this inviter is free again. Asked only if the policy has a pace; leave the method out if
   * your store keeps none.
   *
   * - Returns the instant that the latest commit with a pace has stored, to the millisecond.
   * - Returns `undefined` if there is none. An instant that has passed may be left out.
   * - Compares identifiers exactly.
   * - Finds the instant as soon as the commit has returned, on every instance.
   */
  findFreeAt?(inviterId: MemberId): MaybePromise<Date | undefined>

  /**
   * Finds the invitation with this identifier.
   *
   * - Returns `undefined` if there is none.
   * - Returns the invitation as it was committed: instants to the millisecond, texts code point by code point. A
   *   subject or a reference that it did not have is absent. Only the object's own properties count.
   * - Compares identifiers exactly: `A` is not `a`.
   * - Finds an invitation as soon as its commit has returned, on every instance: query the store to which it was
   *   written, not a replica that is behind.
   */
  findInvitation(invitationId: InvitationId): MaybePromise<Invitation | undefined>

  /**
   * Stores a claim, an invitation and its deliveries in one atomic write, or stores nothing.
   *
   * This is the only place where a second invitation can be prevented with certainty.
   *
   * The outcome:
   * - Returns `IdTaken` with the stored invitation, and checks the identifier before the pair. The content is not
   *   compared.
   * - Returns `PairTaken` with the claim if the claim ends later than `sentAt` of the new invitation.
   * - Returns `PairTaken` for another group, because a claim into any group counts. A claim of another inviter, on
   *   another recipient, or of the reversed pair does not count.
   * - Takes a pair whose claim ends at `sentAt` exactly. The new claim replaces the ended one.
   * - Compares the stored end of a claim, and never computes it from the beginning.
   * - Ignores the beginning of a claim, which may be later than `sentAt`: clocks of servers differ.
   * - Compares identifiers exactly.
   *
   * If the record has a `pace`, whose stored instant is `freeAt`; without one nothing of this applies:
   * - Returns `PaceTaken` with `freeAt` if `freeAt - (burst - 1) * everyMs` is later than `sentAt`, in milliseconds. It
   *   checks the pair before the pace.
   * - Stores `max(freeAt, sentAt) + everyMs` for the inviter, in the same write. The stored instant never goes back, so
   *   that a clock which jumps back gives nothing away.
   * - Takes an inviter without a `freeAt` as one whose burst is free.
   * - Is counted for each inviter, whatever the recipient and the group.
   * - Uses nothing of the pace if nothing is stored.
   * - Lets as many of any number at once pass as one after the other, on any number of instances: exactly `burst` if
   *   nothing was used.
   *
   * What is stored:
   * - Takes the pair until the `repeatableAt` of the invitation.
   * - Stores all deliveries.
   * - Makes claim, invitation and deliveries visible all at once.
   * - Is visible at once to every instance, since everything is stored before `Committed` is returned.
   * - Stores nothing if the pair is taken.
   * - Stores nothing if the identifier is taken.
   * - Stores nothing if the pace is taken.
   * - Stores nothing if it fails. There is one exception: the record was stored, and the answer was lost. The same
   *   record again returns `IdTaken` then.
   *
   * Many commits at once, on any number of instances:
   * - Gives a pair to exactly one of any number at once.
   * - Gives an identifier to exactly one of any number at once.
   * - Stores all of any number at once whose pairs and identifiers differ.
   * - Returns an outcome like any other. If the store reports a conflict (a deadlock, a serialisation failure, a
   *   cancelled transaction), the adapter tries again.
   *
   * A look before the write is not enough, because another commit can come between the two. Let the store decide: use
   * a unique key on the pair, one on the identifier, one row for each inviter's pace, and a write that is conditional on
   * all of them.
   */
  commit(record: InvitationRecord): MaybePromise<CommitOutcome>
}
