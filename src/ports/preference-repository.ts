import type { MaybePromise } from '../model/maybe-promise.js'
import type { GroupId, MemberId } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'

/**
 * Finds and sets the opt-outs of members. Implement it over your store of notification settings.
 *
 * The policy needs it for `RecipientOptedOut`, also before each delivery. `InvitationService` needs it for `optOut` and
 * `optIn`, and `AnswerService` for `received`.
 *
 * @since 0.1.0
 */
export interface PreferenceRepository {
  /**
   * Finds the opt-outs of these members that concern one of these inviters or groups, with one query for all of them.
   *
   * - Returns `'all'` for a member who has switched all group invitations off (D6), whatever the inviters and groups.
   * - Returns the opt-outs from these inviters and groups. Those from others may be present or absent.
   * - A member who never changed the setting, or does not exist, is absent, or has an empty list.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of members, inviters and groups, also none.
   * - An opt-out counts from the moment it is stored: query the store itself, not a cache.
   * - More members than were asked for do no harm. The order is free.
   *
   * A store with one switch returns `['all']`.
   */
  findOptOuts(
    memberIds: readonly MemberId[],
    inviterIds: readonly MemberId[],
    groupIds: readonly GroupId[],
  ): MaybePromise<ReadonlyMap<MemberId, readonly OptOut[]>>

  /**
   * Adds this opt-out to those of the member (`true`), or ends it (`false`).
   *
   * - Is visible at once, added and ended, to every instance: it is stored before the method returns.
   * - Changes nothing if the setting is the same already. This is no error, also for a member who never opted out, and for
   *   the same setting many times at once.
   * - Changes no other opt-out: to end the one from everything leaves those from an inviter or a group.
   * - Changes no other member, with any number of calls at once: never write back a list that was read before.
   * - Changes no other member who has the same opt-out.
   * - Is no error for a member who does not exist. Nothing need be stored then.
   * - Is no error for an inviter or a group that does not exist. Nothing need be stored then.
   *
   * A store with one switch throws for an opt-out from an inviter or a group: it must neither lose nor widen it.
   */
  setOptOut(memberId: MemberId, optOut: OptOut, isOut: boolean): MaybePromise<void>
}
