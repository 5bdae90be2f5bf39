import type { Draft, ProfileReference } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberProfile } from '../model/member.js'

/**
 * Finds out what of a profile a draft refers to. Implemented by whoever wants to put a reader of their own, such as a
 * language model, in the place of the built-in comparison of words.
 *
 * The policy relies on it for `ProfileReferenceMissing` and `WantsAndHavesNotAddressed`.
 *
 * @since 0.1.0
 */
export interface ProfileMatcher {
  /**
   * The entries of the profile that the draft refers to; none: an empty list.
   *
   * - What the profile does not have, written like this but for outer white space, is passed over.
   * - The draft is normalised. It is not asked about an empty text, nor about a draft of more than 7,500 UTF-16 units;
   *   nor where both findings are off, or a source of facts has given `mentions`.
   * - `recipient` is the profile as the inviter may see it; `undefined`: there is none. It is asked all the same, so
   *   that nobody can tell from the calls.
   * - Throwing, rejecting, or answering with anything but a list of references makes the evaluation a
   *   `DependencyFailed` of `matcher` and `findMentions`.
   */
  findMentions(
    draft: Draft,
    recipient: MemberProfile | undefined,
  ): MaybePromise<readonly ProfileReference[]>
}
