import type { MaybePromise } from '../model/maybe-promise.js'
import type { Group, GroupId } from '../model/member.js'

/**
 * Finds the names and addresses of groups. Implement it over your store of groups.
 *
 * `prepareDelivery` needs it for the messages. The policy does not need it.
 *
 * @since 0.1.0
 */
export interface GroupRepository {
  /**
   * Finds these groups, with one query for all of them.
   *
   * - Returns names and addresses; a group that does not exist is absent, also if it existed before. A group without an
   *   address has no `url`.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of groups, also none.
   * - More groups than were asked for do no harm.
   */
  findGroups(groupIds: readonly GroupId[]): MaybePromise<ReadonlyMap<GroupId, Group>>
}
