import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'

/**
 * Finds and sets the opt-outs of members. Implement it over your store of notification settings.
 *
 * The policy needs it for `RecipientOptedOut`, also before each delivery. The service needs it for `optOut` and `optIn`.
 *
 * @since 0.1.0
 */
export interface PreferenceRepository {
  /**
   * Finds those of these members who have switched group invitations off (D6), with one query for all of them.
   *
   * - Returns the members who have opted out, and no others. A member who never changed the setting, or does not exist,
   *   has not opted out.
   * - Returns a `Set` of nothing but strings.
   * - Compares identifiers exactly.
   * - Accepts any number of members, also none.
   * - An opt-out counts from the moment it is stored: query the store itself, not a cache.
   * - More members than were asked for do no harm.
   */
  findOptedOut(memberIds: readonly MemberId[]): MaybePromise<ReadonlySet<MemberId>>

  /**
   * Switches group invitations off for this member (`true`), or on again (`false`).
   *
   * - Is visible at once, off and on again, to every instance: it is stored before the method returns.
   * - Changes nothing if the setting is the same already. This is no error, also for a member who never opted out.
   * - Changes no other member, with any number of calls at once: never write back a list that was read before.
   * - Is no error for a member who does not exist. Nothing need be stored then.
   */
  setOptedOut(memberId: MemberId, optedOut: boolean): MaybePromise<void>
}
