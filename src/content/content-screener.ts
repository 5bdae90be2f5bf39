import type { Draft } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberProfile } from '../model/member.js'
import type { DraftPlace } from './draft-place.js'
import type { ProhibitedCategory } from './prohibited-category.js'

/**
 * Something in the draft that speaks for prohibited content, and where it stands.
 *
 * @since 0.1.0
 */
export interface ContentEvidence extends DraftPlace {
  readonly category: ProhibitedCategory
  /**
   * What was found: the words as they stand in the draft, or a classifier's reason in words that a person understands.
   */
  readonly term: string
}

/**
 * Looks for prohibited content. Implemented by whoever wants to put a classifier of their own in the place of the
 * built-in list of terms.
 *
 * The policy relies on it for `ProhibitedContent`.
 *
 * @since 0.1.0
 */
export interface ContentScreener {
  /**
   * What speaks for prohibited content in the draft; nothing does: an empty list. Anything at all is a finding, so
   * that weighing is the screener's.
   *
   * - The draft is normalised. An `index` is into it, from 0 to the length of the field, both inclusive; 0 where the
   *   finding has no place of its own.
   * - It is not asked about an empty text, nor about a draft of more than 7,500 UTF-16 units; nor where
   *   `ProhibitedContent` is off, or a source of facts has given `evidence`.
   * - `recipient` is the profile as the inviter may see it; `undefined`: there is none. It is asked all the same, so
   *   that nobody can tell from the calls.
   * - Throwing, rejecting, or answering with anything but a list of evidence makes the evaluation a `DependencyFailed`
   *   of `screener` and `screen`.
   */
  screen(
    draft: Draft,
    recipient: MemberProfile | undefined,
  ): MaybePromise<readonly ContentEvidence[]>
}
