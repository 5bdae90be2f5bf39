import type { Draft, ProfileReference } from '../model/invitation.js'
import type { MaybePromise } from '../model/maybe-promise.js'
import type { Group, MemberProfile } from '../model/member.js'
import type { ScreenedEvidence } from './content-evidence.js'

/**
 * For whom, and into which group, a draft invites.
 *
 * @since 0.1.0
 */
export interface DraftContext {
  /** The recipient's profile, as the inviter may see it; `undefined` if there is none. */
  readonly recipient: MemberProfile | undefined
  /** The group; `undefined` if there is none. */
  readonly group: Group | undefined
}

/**
 * Looks for prohibited content in a draft; for `options.screen`, which replaces the built-in screener.
 *
 * It returns the evidence, or an empty list if there is none. The policy needs it for `ProhibitedContent`, and any
 * evidence is a finding: the function itself weighs what it sees. The finding is sure if any evidence is. Evidence
 * without a `certainty` is. The `category` may be one of the service's own, such as `harassment`: there is no sanction
 * for it, and its words accuse of nothing in particular, unless `createMessages` gets others.
 *
 * - The draft is normalised. An `index` is a UTF-16 index into its field, from 0 to the length of the field, both
 *   inclusive. It is 0 if the evidence has no place.
 * - The function is called once for each evaluation. It is not called if the text is empty, if subject and text
 *   together have more than 7,500 UTF-16 units, if `ProhibitedContent` is off, or if the facts already have `evidence`.
 * - It is called for a recipient without a profile too, so that the calls do not reveal whether there is one.
 * - If it throws, rejects, or returns anything except a list of evidence, the evaluation is a `DependencyFailed` of
 *   `screen`.
 *
 * @since 0.1.0
 */
export type Screen = (
  draft: Draft,
  about: DraftContext,
) => MaybePromise<readonly ScreenedEvidence[]>

/**
 * Finds the entries of the recipient's profile that a draft refers to; for `options.findMentions`, which replaces the
 * built-in comparison of words.
 *
 * It returns these entries, or an empty list if there are none. The policy needs it for `ProfileReferenceMissing` and
 * `WantsAndHavesNotAddressed`.
 *
 * - An entry counts if the profile has it in the same field and the same spelling, except for outer white space. Other
 *   entries are ignored.
 * - The draft is normalised. The function is called once for each evaluation. It is not called if the text is empty, if
 *   subject and text together have more than 7,500 UTF-16 units, if both findings are off, or if the facts already have
 *   `mentions`.
 * - It is called for a recipient without a profile too, so that the calls do not reveal whether there is one.
 * - If it throws, rejects, or returns anything except a list of references, the evaluation is a `DependencyFailed` of
 *   `findMentions`.
 *
 * @since 0.1.0
 */
export type FindMentions = (
  draft: Draft,
  about: DraftContext,
) => MaybePromise<readonly ProfileReference[]>
