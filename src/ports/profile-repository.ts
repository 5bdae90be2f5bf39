import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId, MemberProfile } from '../model/member.js'

/**
 * Finds the profiles of members. Implement it over your store of profiles.
 *
 * The policy needs it for `InviterNotFound` and `RecipientNotFound`, and for every rule that compares a text with the
 * recipient: the salutation, the reference to the profile, copies, and prohibited content. The viewer is the inviter. The
 * service needs it for the messages. There the viewer is the recipient, who must be able to see the inviter.
 *
 * @since 0.1.0
 */
export interface ProfileRepository {
  /**
   * Finds the profiles of these members as `viewerId` may see them, with one query for all of them.
   *
   * - Returns names, locale, entries and the address of the page, the entries in their order.
   * - Returns no profile of a member who does not exist, has left the network, or must not be visible to the viewer.
   * - Is mutual: if a member must not be visible to another, because one of them blocks the other, then neither sees the
   *   other. Otherwise an invitation would be approved, and its messages would be cancelled with `InviterNotFound`.
   * - Leaves out the parts of a profile that the viewer may not see, so that no rule and no message can reveal them.
   * - Returns to members their own profiles. Someone who has left, or whose access is suspended or deleted, has none.
   * - Returns no empty `displayName`: it would be an outage when deciding and delivering. In a picker, a member without a
   *   name counts as not found.
   * - Returns a `Map` whose keys are all strings.
   * - Compares identifiers exactly.
   * - Accepts any number of members, also none.
   * - More members than were asked for do no harm.
   */
  findProfiles(
    memberIds: readonly MemberId[],
    viewerId: MemberId,
  ): MaybePromise<ReadonlyMap<MemberId, MemberProfile>>
}
