import type { AnswerAction } from '../decision/answer.js'
import type {
  Disclosed,
  DisclosedAdvice,
  DisclosedContactChoice,
  DisclosedDenied,
  DisclosedGroupChoice,
  Serialized,
} from '../disclosure/disclosed.js'
import type { DisclosedToRecipient } from '../disclosure/disclosed-to-recipient.js'
import type { FormWords } from '../form/invitation-draft-schema.js'
import type { Standing } from '../model/member.js'
import type { Denial } from '../rules/rule.js'
import type { SentStatus } from '../service/list-invitations.js'
import type { DenialWords, Language } from './language.js'

/**
 * The options of `describe`, `reasons` and `describeForStaff`.
 *
 * @since 0.1.0
 */
export interface DescribeOptions {
  /** The reader's time zone as an IANA name, such as `Europe/Berlin`. UTC if it is not given or unknown. */
  readonly timeZone?: string | undefined
}

/**
 * The words of one language. `Extra` are the further denials that it has words for.
 *
 * The methods that say why take only the results of `forInviter`, `forRecipient`, `choiceForInviter` and
 * `adviceForInviter`. These may have come through JSON, where dates are ISO strings. Each method can be taken off the
 * object. The object is frozen, with all that it contains; to change a list that it returns changes nothing in it.
 *
 * @since 0.1.0
 */
export interface Messages<Extra extends Denial = never> {
  /** The language that the words are from. */
  readonly language: Language
  /**
   * All reasons in one paragraph. `''` for a choice that nothing is against.
   *
   * @throws TypeError if the value is not disclosed, or if an option is unknown.
   */
  readonly describe: (disclosed: Reasons<Extra>, options?: DescribeOptions) => string
  /**
   * One text for each of the `denials`, in their order. One text alone for an error without denials.
   *
   * @throws TypeError if the value is not disclosed, or if an option is unknown.
   */
  readonly reasons: (disclosed: Reasons<Extra>, options?: DescribeOptions) => readonly string[]
  /**
   * One text for each of the `advisories`, in their order.
   *
   * @throws TypeError if the value is not disclosed.
   */
  readonly advice: (disclosed: Advised<Extra>) => readonly string[]
  /**
   * A denial in words for the network's own staff. They are about both members, and for neither of them. For the denial
   * of a custom rule, its type.
   *
   * @throws TypeError if the value is no denial, or if an option is unknown.
   */
  readonly describeForStaff: (denial: Denial, options?: DescribeOptions) => string
  /**
   * One text for the member who has just accepted, declined or withdrawn an invitation, from what the method of
   * `AnswerService` returned. It depends on the action and, after accepting, on the `standing`: someone who declines a
   * withdrawn invitation reads that they have declined it.
   *
   * @throws TypeError if the action or the standing is unknown.
   */
  readonly describeAnswer: (
    action: AnswerAction,
    answered: { readonly standing?: Standing | undefined },
  ) => string
  /**
   * The `status` of an item of `sent` in a word, for the inviter's list.
   *
   * @throws TypeError if the status is none of these, such as the stored `Declined`, which is private to the recipient.
   */
  readonly describeStatus: (status: SentStatus) => string
  /** Hints for the compose form, one text each, by the inviter's standing in the group (D9 to D13). */
  readonly hints: (standing: 'member' | 'moderator') => readonly string[]
  /** The words for the issues of a form's fields, for `draftSchemaIn`. They are always those of `language`. */
  readonly form: FormWords
}

/**
 * The values that `describe` and `reasons` put into words, also after they have come through JSON.
 *
 * @since 0.1.0
 */
export type Reasons<Extra extends Denial = never> =
  | Disclosed<Extra>
  | DisclosedGroupChoice<Extra>
  | DisclosedContactChoice<Extra>
  | DisclosedToRecipient
  | Serialized<
      | Disclosed<Extra>
      | DisclosedGroupChoice<Extra>
      | DisclosedContactChoice<Extra>
      | DisclosedToRecipient
    >

/**
 * The values that `advice` puts into words, also after they have come through JSON.
 *
 * @since 0.1.0
 */
export type Advised<Extra extends Denial = never> =
  DisclosedAdvice | DisclosedDenied<Extra> | Serialized<DisclosedAdvice | DisclosedDenied<Extra>>

/**
 * Words for exactly the denials of `Extra`. Without `Extra`, none.
 *
 * @since 0.1.0
 */
export type CustomWords<Extra extends Denial> = [Extra] extends [never]
  ? Readonly<Record<string, never>>
  : DenialWords<Extra>
