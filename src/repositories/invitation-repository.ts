import type { RecentSignature } from '../content/recent-signature.js'
import type { InvitationClaim } from '../invitation.js'
import type { MaybePromise } from '../maybe-promise.js'
import type { MemberId } from '../member.js'

/**
 * The invitations that were sent. Implemented by whoever stores them.
 *
 * The policy relies on it for `RateLimited6Months` and `MassMessage`.
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
   * The signatures of what this inviter has sent at `since` or later, to whomever and into whichever group.
   *
   * - The latest ones first, `limit` at most, where there are more; in any order otherwise.
   * - An invitation that was stored without a signature is left out; so may be one whose text was erased.
   * - `textSignature` is what was stored, unchanged. It is an opaque string of ASCII characters.
   */
  findRecentSignatures(
    inviterId: MemberId,
    since: Date,
    limit: number,
  ): MaybePromise<readonly RecentSignature[]>
}
