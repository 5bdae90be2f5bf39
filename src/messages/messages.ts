import type { FormWords } from '../form/invitation-draft-schema.js'
import type { Denial } from '../rules/rule.js'
import type {
  Serialized,
  Disclosed,
  DisclosedAdvice,
  DisclosedContactChoice,
  DisclosedDenied,
  DisclosedGroupChoice,
} from '../disclosure/disclosed.js'
import { assertLanguage } from './assert-language.js'
import { formatsOf, type Formats } from './formats.js'
import type { DenialWords, Language } from './language.js'

/**
 * How a sentence is to be written.
 *
 * @since 0.1.0
 */
export interface DescribeOptions {
  /** The reader's time zone as an IANA name, such as `Europe/Berlin`; UTC where it is not given, or unknown. */
  readonly timeZone?: string | undefined
}

/**
 * The words of one language. `Extra` are the types of the denials that it has words for besides the rulebook's.
 *
 * For the inviter only what `forInviter` and its neighbours give is put into words. It may have come through JSON,
 * where dates are ISO strings. Each method can be taken off the object.
 *
 * @since 0.1.0
 */
export interface Messages<Extra extends Denial = never> {
  /** What the words are made of. */
  readonly language: Language
  /** All that stands in the way, in one paragraph; `''` where nothing does. */
  readonly describe: (told: Reasons<Extra>, options?: DescribeOptions) => string
  /** The same, one text for each of the `denials`, in their order; one alone where there was no decision. */
  readonly reasons: (told: Reasons<Extra>, options?: DescribeOptions) => readonly string[]
  /** One text for each of the `advisories`, in their order. */
  readonly advice: (told: Advised<Extra>) => readonly string[]
  /**
   * What a denial means, for the network's own staff: about both members, and never for either of them. Of an own
   * rule's denial its type.
   */
  readonly describeForStaff: (denial: Denial, options?: DescribeOptions) => string
  /** Hints for the compose form, by what the inviter is to the group (D9 to D13), one text each. */
  readonly hints: (standing: 'member' | 'moderator') => readonly string[]
  /** The words for the issues of a form's fields, for `draftSchemaIn`: always those of `language`. */
  readonly form: FormWords
}

/**
 * What `describe` and `reasons` put into words, here or behind a way through JSON.
 *
 * @since 0.1.0
 */
export type Reasons<Extra extends Denial = never> = Tellable<Extra> | Serialized<Tellable<Extra>>

/**
 * What `advice` puts into words, here or behind a way through JSON.
 *
 * @since 0.1.0
 */
export type Advised<Extra extends Denial = never> =
  DisclosedAdvice | DisclosedDenied<Extra> | Serialized<DisclosedAdvice | DisclosedDenied<Extra>>

type Tellable<Extra extends Denial> =
  Disclosed<Extra> | DisclosedGroupChoice<Extra> | DisclosedContactChoice<Extra>

/**
 * Words for exactly the denials named; without a name, none.
 *
 * @since 0.1.0
 */
export type OwnWords<Extra extends Denial> = [Extra] extends [never]
  ? Readonly<Record<string, never>>
  : DenialWords<Extra>

/**
 * The words of a language, with words for the denials that a service tells besides: those of own rules, and
 * `PrivateDenial`s that it reveals. They may also take the place of the language's own, but for `form` and
 * `describeForStaff`.
 *
 *     const messages = createMessages<QuotaUsedUp>(de.language, { QuotaUsedUp: ({ limit }) => `…` })
 *
 * A denial that comes without words nevertheless, as JavaScript can bring it, is told as `RecipientUnavailable`.
 *
 * @throws TypeError where the locale is no language tag, or that names the words of the messages in which something
 * to be filled in is missing or unknown.
 *
 * @since 0.1.0
 */
export function createMessages<Extra extends Denial = never>(
  language: Language,
  words: OwnWords<Extra>,
): Messages<Extra> {
  assertLanguage(language)
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

  const reasons: Messages<Extra>['reasons'] = (told, { timeZone } = {}) =>
    'denials' in told ? sentences(told.denials, timeZone) : [noDecision[told.type]]

  return {
    language,
    reasons,
    describe: (told, options) => reasons(told, options).join(' '),
    advice: ({ advisories }) => sentences(advisories),
    describeForStaff: (denial, { timeZone } = {}) =>
      sentenceOn(denial, toStaff, formats(timeZone)) ?? denial.type,
    hints: (standing) =>
      standing === 'moderator' ? [...hints.everybody, ...hints.moderator] : hints.everybody,
    form: formWords(language, formats()),
  }
}

/** Words for denials by type, whatever they are. */
type Sentences = Readonly<Record<string, (denial: never, formats: Formats) => string>>

function sentenceOn(denial: Denial, sentences: Sentences, formats: Formats): string | undefined {
  const sentence = Object.hasOwn(sentences, denial.type) ? sentences[denial.type] : undefined
  // Each sentence takes the denial of its type, which this is.
  return sentence?.(denial as never, formats)
}

/** Of the words for the inviter those that are about the form alone. */
function formWords({ toInviter, invalidValue }: Language, formats: Formats): FormWords {
  return {
    SubjectTooLong: (denial) => toInviter.SubjectTooLong(denial, formats),
    TextEmpty: (denial) => toInviter.TextEmpty(denial, formats),
    TextTooLong: (denial) => toInviter.TextTooLong(denial, formats),
    UnsafeCharacter: (denial) => toInviter.UnsafeCharacter(denial, formats),
    InvalidValue: () => invalidValue,
  }
}
