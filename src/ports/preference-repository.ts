import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'

/**
 * Members' notification settings. Implemented by whoever stores them.
 *
 * The policy relies on it for `RecipientOptedOut`, the service for `optOut`, `optIn` and the last look before a
 * delivery.
 *
 * @since 0.1.0
 */
export interface PreferenceRepository {
  /**
   * Those of these members who have switched group invitations off (D6), in one look-up however many there are.
   *
   * - Who has never touched the setting, or does not exist, is not among them.
   * - An opt-out counts from the moment it is stored: answer from the store itself, not from a cache.
   * - More members than were asked for do no harm; the list may be empty.
   */
  findOptedOut(memberIds: readonly MemberId[]): MaybePromise<ReadonlySet<MemberId>>

  /**
   * Switches group invitations off for this member (`true`), or on again (`false`).
   *
   * - It is stored before the answer comes, and seen at once, by whichever instance.
   * - Setting what is set already changes nothing and is no error; nor is switching on what was never off.
   * - No other member's setting is touched, however many are set at once: never write back a list that was read before.
   * - Of a member who does not exist nothing need be kept; it is no error either.
   */
  setOptedOut(memberId: MemberId, optedOut: boolean): MaybePromise<void>
}
