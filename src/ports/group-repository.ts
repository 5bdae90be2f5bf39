import type { MaybePromise } from '../model/maybe-promise.js'
import type { Group, GroupId } from '../model/member.js'

/**
 * What groups are called. Implemented by whoever stores them.
 *
 * `prepareDelivery` relies on it for the messages; the policy does without.
 *
 * @since 0.1.0
 */
export interface GroupRepository {
  /**
   * The names and addresses of these groups, in one look-up however many there are.
   *
   * - A group that does not exist, or no longer, is absent.
   * - A group without an address has no `url`.
   * - More groups than were asked for do no harm; the list may be empty.
   */
  findGroups(groupIds: readonly GroupId[]): MaybePromise<ReadonlyMap<GroupId, Group>>
}
