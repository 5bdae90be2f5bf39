import type { InvitationClaim } from '../invitation.js'
import type { MaybePromise } from '../maybe-promise.js'
import type { MemberId } from '../member.js'

/**
 * The invitations that were sent. Implemented by whoever stores them.
 *
 * The policy relies on it for `RateLimited6Months`.
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
}
