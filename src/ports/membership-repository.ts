import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId, Standing } from '../model/member.js'

/**
 * Who stands how to which group. Implemented by whoever stores memberships.
 *
 * The policy relies on it for `InviterNotInGroup`, `AlreadyMember`, `MembershipPending` and `RecipientBanned`, and for
 * the list of `groupsFor`.
 *
 * @since 0.1.0
 */
export interface MembershipRepository {
  /**
   * The standings of these members in these groups, in one look-up however many there are.
   *
   * - A member without a standing in a group is absent from the group's map; a group in which none of them has
   *   one, or that does not exist, may be absent or map to an empty map.
   * - A membership that has ended is no standing.
   * - More groups or members than were asked for do no harm; the order is free; lists may be empty.
   */
  findStandings(
    groupIds: readonly GroupId[],
    memberIds: readonly MemberId[],
  ): MaybePromise<ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>>>

  /**
   * The groups in which this member is `member` or `moderator`, each once, in any order. The choices of `groupsFor`
   * come in it, so keep it stable.
   *
   * - `pending` and `banned` do not count. Who is in no group, or does not exist, has an empty list.
   */
  findGroupsOf(memberId: MemberId): MaybePromise<readonly GroupId[]>
}
