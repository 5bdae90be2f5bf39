import type {
  Disclosed,
  DisclosedAdvice,
  DisclosedContactChoice,
  DisclosedDenied,
  DisclosedGroupChoice,
  Serialized,
} from '../disclosure/disclosed.js'
import type { FormWords } from '../form/invitation-draft-schema.js'
import type { Denial } from '../rules/rule.js'
import { assert, fieldOf, optionsIn } from '../validation/assert.js'
import { disclosedIn } from './disclosed-in.js'
import { formatsOf, type Formats } from './formats.js'
import { assertLanguage, type DenialWords, frozenCopy, type Language } from './language.js'

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
 * The methods for the inviter take only the results of `forInviter`, `choiceForInviter` and `adviceForInviter`. These
 * may have come through JSON, where dates are ISO strings. Each method can be taken off the object. The object is frozen,
 * with all that it contains; to change a list that it returns changes nothing in it.
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
   * One text for each of the `denials`, in their order. One text alone if there was no decision.
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
  | Serialized<Disclosed<Extra> | DisclosedGroupChoice<Extra> | DisclosedContactChoice<Extra>>

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

/**
 * Makes messages from a language and words for the further denials that a service reveals.
 *
 * These are denials of custom rules, and `PrivateDenial`s. The words may also replace those of the language, except in
 * `form` and `describeForStaff`. A denial without words, as JavaScript can bring it, is described as
 * `RecipientUnavailable`.
 *
 * The language and the words are copied at the call: what is changed in them later changes nothing.
 *
 *     const messages = createMessages<QuotaUsedUp>(de.language, { QuotaUsedUp: ({ limit }) => `…` })
 *
 * @throws TypeError if the locale is no language tag, if a key of the language is unknown, or if a template of `mail`
 * lacks a name that is filled in, or has an unknown one. The error names the key.
 *
 * @since 0.1.0
 */
export function createMessages<Extra extends Denial = never>(
  language: Language,
  words: CustomWords<Extra>,
): Messages<Extra> {
  assertLanguage(language)
  return messagesOf(frozenCopy(language), words)
}

function messagesOf<Extra extends Denial>(
  language: Language,
  words: CustomWords<Extra>,
): Messages<Extra> {
  const { toInviter, toStaff, noDecision, hints } = language
  const formats = (timeZone?: string) => formatsOf(language, timeZone)
  const forInviter = { ...toInviter, ...words }
  const unavailable = { type: 'RecipientUnavailable' } as const

  const sentences = (denials: readonly Denial[], timeZone?: string) => {
    const written = formats(timeZone)
    return denials.map(
      (denial) =>
        sentenceOn(denial, forInviter, written) ??
        toInviter.RecipientUnavailable(unavailable, written),
    )
  }

  const reasons: Messages<Extra>['reasons'] = (value, options = {}) => {
    const disclosed = disclosedIn(value)
    const timeZone = timeZoneOf(options)
    if ('denials' in disclosed) {
      const isChoice = !('type' in disclosed)
      assert(isChoice || disclosed.denials.length > 0, 'disclosed.denials', 'non-empty')
      return sentences(disclosed.denials, timeZone)
    }
    assert(Object.hasOwn(noDecision, disclosed.type), 'disclosed.type', 'that of an error')
    return [noDecision[disclosed.type]]
  }

  const hintsFor = {
    member: hints.everybody,
    moderator: Object.freeze([...hints.everybody, ...hints.moderator]),
  }

  return Object.freeze({
    language,
    reasons,
    describe: (disclosed, options) => reasons(disclosed, options).join(' '),
    advice: (disclosed) => {
      const { advisories } = disclosedIn(disclosed)
      assert(Array.isArray(advisories), 'disclosed.advisories', 'a list')
      return sentences(advisories)
    },
    describeForStaff: (denial, options = {}) => {
      const type = fieldOf(denial, 'type')
      assert(typeof type === 'string' && type !== '', 'denial.type', 'a non-empty string')
      return sentenceOn(denial, toStaff, formats(timeZoneOf(options))) ?? denial.type
    },
    hints: (standing) => (standing === 'moderator' ? hintsFor.moderator : hintsFor.member),
    form: Object.freeze(formWords(language, formats())),
  } satisfies Messages<Extra>)
}

function timeZoneOf(options: DescribeOptions): string | undefined {
  return optionsIn(options, 'options', ['timeZone']).timeZone
}

/** Words for denials by type, whatever they are. */
type Sentences = Readonly<Record<string, (denial: never, formats: Formats) => string>>

function sentenceOn(denial: Denial, sentences: Sentences, formats: Formats): string | undefined {
  const sentence = Object.hasOwn(sentences, denial.type) ? sentences[denial.type] : undefined
  // Each sentence takes the denial of its type, which this is.
  return sentence?.(denial as never, formats)
}

function formWords({ toInviter, invalidValue }: Language, formats: Formats): FormWords {
  return {
    SubjectTooLong: (denial) => toInviter.SubjectTooLong(denial, formats),
    TextEmpty: (denial) => toInviter.TextEmpty(denial, formats),
    TextTooLong: (denial) => toInviter.TextTooLong(denial, formats),
    UnsafeCharacter: (denial) => toInviter.UnsafeCharacter(denial, formats),
    InvalidValue: () => invalidValue,
  }
}
