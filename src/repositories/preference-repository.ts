import type { MaybePromise } from '../maybe-promise.js'
import type { MemberId } from '../member.js'

/**
 * Members' notification settings. Implemented by whoever stores them.
 *
 * The policy relies on it for `RecipientOptedOut`.
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
}
