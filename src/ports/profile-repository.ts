import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId, MemberProfile } from '../model/member.js'

/**
 * Members' profiles. Implemented by whoever stores them.
 *
 * The policy relies on it for `RecipientNotFound`, and for all that compares a text with the recipient: salutation,
 * reference to the profile, copies, and what is prohibited to whom.
 *
 * @since 0.1.0
 */
export interface ProfileRepository {
  /**
   * The profiles of these members as `viewerId` may see them, in one look-up however many there are.
   *
   * - A member who does not exist, has left the network, or must not be visible to the viewer is absent.
   * - What the viewer may not see of a profile is left out of it, so that no rule and no message can give it away.
   * - More members than were asked for do no harm; the list may be empty.
   */
  findProfiles(
    memberIds: readonly MemberId[],
    viewerId: MemberId,
  ): MaybePromise<ReadonlyMap<MemberId, MemberProfile>>
}
