import type { RecentFingerprint, TextFingerprint } from '../content/text-fingerprint.js'
import type { Delivery } from '../model/delivery.js'
import type { Invitation, InvitationClaim, InvitationId } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'

/**
 * All that one sending stores: to be written whole or not at all.
 *
 * @since 0.1.0
 */
export interface InvitationRecord {
  /** What is found by its identifier afterwards. Its pair, `sentAt` and `repeatableAt` are the claim. */
  readonly invitation: Invitation
  /** What recognises copies of the text for 30 days. */
  readonly textFingerprint: TextFingerprint
  /** The messages to hand over, one for each channel. */
  readonly deliveries: readonly Delivery[]
}

/**
 * What has become of a commit, told apart by `type`.
 *
 * @since 0.1.0
 */
export type CommitOutcome = Committed | IdTaken | PairTaken

/**
 * The record was stored, whole.
 *
 * @since 0.1.0
 */
export interface Committed {
  readonly type: 'Committed'
}

/**
 * Nothing was stored: there is an invitation of this identifier already.
 *
 * @since 0.1.0
 */
export interface IdTaken {
  readonly type: 'IdTaken'
  /** The one that is stored. Whether it is the same one is not the repository's question. */
  readonly invitation: Invitation
}

/**
 * Nothing was stored: another invitation has taken the pair.
 *
 * @since 0.1.0
 */
export interface PairTaken {
  readonly type: 'PairTaken'
  /** The claim that stands in the way; its `repeatableAt` is later than the record's `sentAt`. */
  readonly claim: InvitationClaim
}

/**
 * The invitations that were sent, and the claims that they leave. Implemented by whoever stores them.
 *
 * The policy relies on it for `RateLimited6Months` and `MassMessage`, the service for sending exactly once.
 *
 * @since 0.1.0
 */
export interface InvitationRepository {
  /**
   * The latest claim of this inviter on each of these recipients, in one look-up however many there are.
   *
   * - Latest is the one with the latest `repeatableAt`. A recipient on whom there is none is absent; one that has
   *   ended may be present or absent, since the rule compares it with its own clock.
   * - The pair is directed, and the group is no part of it: an invitation into any group counts, one by another
   *   inviter or the other way round does not.
   * - Whatever became of the invitation since (declined, withdrawn, bounced), its claim stays.
   * - `sentAt` and `repeatableAt` are those that were stored, to the millisecond.
   * - More recipients than were asked for do no harm; the list may be empty.
   */
  findClaims(
    inviterId: MemberId,
    recipientIds: readonly MemberId[],
  ): MaybePromise<ReadonlyMap<MemberId, InvitationClaim>>

  /**
   * The fingerprints of what this inviter has sent at `since` or later, to whomever and into whichever group.
   *
   * - The latest ones first, `limit` at most, where there are more; in any order otherwise.
   * - An invitation that was stored without a fingerprint is left out; so may be one whose text was erased.
   * - `textFingerprint` is what was stored, unchanged. It is an opaque string of ASCII characters.
   */
  findRecentFingerprints(
    inviterId: MemberId,
    since: Date,
    limit: number,
  ): MaybePromise<readonly RecentFingerprint[]>

  /**
   * The invitation of this identifier, or `undefined`.
   *
   * - It is the one that was committed, unchanged: instants to the millisecond, texts code point by code point; a
   *   subject or a reference that it did not have is absent.
   * - Identifiers are compared exactly: `A` is not `a`.
   * - It is found from the moment its commit has answered, by whichever instance. Read it where it was written, not
   *   from a replica that lags behind.
   */
  findInvitation(invitationId: InvitationId): MaybePromise<Invitation | undefined>

  /**
   * Stores a claim, an invitation and its deliveries, or nothing of them: one atomic write, and the only place where
   * sending twice can be prevented for certain.
   *
   * - An invitation of the same identifier, whatever its content: `IdTaken`. This is looked at before the pair.
   * - A claim on the pair (inviter, recipient) whose `repeatableAt` is later than `invitation.sentAt`: `PairTaken`. A
   *   claim that ends at `sentAt` exactly has ended. Its `sentAt` is not compared: it may be later than the new one.
   *   Its end is what was stored, not what could be reckoned from its beginning.
   * - Else `Committed`: the claim takes the place of an ended one, and all is stored before the answer comes.
   * - A commit that is refused, throws or rejects leaves nothing, with one exception: what was stored, but whose answer
   *   was lost on the way. The same record again is then `IdTaken`.
   * - A commit that meets others is answered like any other. Where the store reports a conflict instead (a deadlock, a
   *   serialisation failure, a cancelled transaction), the adapter tries again.
   * - Of any number of commits at once, on any number of instances, exactly one gets an identifier, and exactly one a
   *   pair. Looking first and writing afterwards is not enough: between the two there is room for another. Let the
   *   store decide: by a unique key on the pair and one on the identifier, and a write that is conditional on them.
   */
  commit(record: InvitationRecord): MaybePromise<CommitOutcome>
}
