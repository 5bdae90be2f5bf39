import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId, Standing } from '../model/member.js'

/**
 * Finds the standings of members in groups. Implement it over your store of memberships.
 *
 * The policy needs it for `InviterNotInGroup`, `AlreadyMember`, `MembershipPending` and `RecipientBanned`, and for the
 * list of `groupsFor`.
 *
 * @since 0.1.0
 */
export interface MembershipRepository {
  /**
   * Finds the standings of these members in these groups, with one query for all of them.
   *
   * - Returns each standing; a member without a standing is absent from the map of the group.
   * - Keeps the groups apart. A group that does not exist, or in which none of these members has a standing, may be
   *   absent or may have an empty map.
   * - Returns `Map`s whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of members, also none.
   * - Accepts any number of groups, also none.
   * - A membership that has ended is not a standing, nor is an application or a ban that has ended.
   * - More groups or members than were asked for do no harm. The order is free.
   */
  findStandings(
    groupIds: readonly GroupId[],
    memberIds: readonly MemberId[],
  ): MaybePromise<ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>>

  /**
   * Finds the groups in which this member is `member` or `moderator`.
   *
   * - Returns the groups of members and moderators, and no others: `pending` and `banned` do not count. The list is
   *   empty if the member is in no group or does not exist.
   * - Returns each group once, in any order. `groupsFor` keeps this order, so it should be stable.
   * - Compares identifiers exactly.
   */
  findGroupsOf(memberId: MemberId): MaybePromise<readonly GroupId[]>
}
