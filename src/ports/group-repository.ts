import type { MaybePromise } from '../model/maybe-promise.js'
import type { Group, GroupId } from '../model/member.js'

/**
 * Finds the names, addresses and admission of groups. Implement it over your store of groups.
 *
 * The policy needs it for `GroupNotFound`, and for the names in `groupsFor`. The services need it for the messages, the
 * lists, and what an accepted invitation leads to.
 *
 * @since 0.1.0
 */
export interface GroupRepository {
  /**
   * Finds these groups, with one query for all of them.
   *
   * - Returns names and addresses; a group that does not exist is absent. So is a group that was deleted or archived, even
   *   if its memberships are left over. A group without an address has no `url`.
   * - Returns the admission of each group: `open` only if anybody may join; `approval` or absent otherwise.
   * - Returns no empty `name`: it would be an outage when deciding and delivering. In a picker, a group without a name
   *   counts as not found.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of groups, also none.
   * - More groups than were asked for do no harm.
   */
  findGroups(groupIds: readonly GroupId[]): MaybePromise<ReadonlyMap<GroupId, Group>>
}
