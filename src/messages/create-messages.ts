import { checkStanding, ifGiven } from '../decision/check-facts.js'
import { disclosedIn } from '../disclosure/disclosed-in.js'
import type { FormWords } from '../form/invitation-draft-schema.js'
import { belongs, type Standing } from '../model/member.js'
import type { Denial } from '../rules/rule.js'
import { assert, fieldOf, isRecord, optionsIn, ownFieldsOf } from '../validation/assert.js'
import { assertLanguage } from './assert-language.js'
import { categoriesIn, contentWordsOf } from './content-words.js'
import { formatsOf, type Formats } from './formats.js'
import { type ContentWords, frozenCopy, type Language } from './language.js'
import type { CustomWords, DescribeOptions, Messages } from './messages.js'

/**
 * Makes messages from a language and words for the further denials that a service reveals.
 *
 * These are denials of custom rules, and `PrivateDenial`s. The words may also replace those of the language, except in
 * `form` and `describeForStaff`; those for `ProhibitedContent` are for the network's categories alone. A denial without
 * words, as JavaScript can bring it, is described as `RecipientUnavailable`.
 *
 * `categories` has words for the inviter on prohibited content by its category: `{ harassment: () => '…' }`. They get a
 * finding that has the evidence of this category alone, with its certainty. If a finding has several categories, each has
 * its sentence once, in the order of the evidence. All that has no words here has one sentence of the language together:
 * that for `ProhibitedContent` if it has the network's categories alone, else that of `otherCategories`.
 *
 * The language and the words are copied at the call: what is changed in them later changes nothing.
 *
 *     const messages = createMessages<QuotaUsedUp>(de.language, { QuotaUsedUp: ({ limit }) => `…` })
 *
 * @throws TypeError if the locale is no language tag, if a key of the language is missing, unknown or of the wrong type,
 * if a template of `mail` lacks a name that is filled in, or has an unknown one, or if a key of `categories` can be no
 * category, or its value is no function. The error names the key.
 *
 * @since 0.1.0
 */
export function createMessages<Extra extends Denial = never>(
  language: Language,
  words: CustomWords<Extra>,
  categories: Readonly<Record<string, ContentWords>> = {},
): Messages<Extra> {
  assertLanguage(language)
  return messagesOf(frozenCopy(language), words, categoriesIn(categories))
}

/** The messages of a language of this library, which its type and a test check: at each start that would take time. */
export function builtInMessages(language: Language): Messages {
  return messagesOf(frozenCopy(language), {}, new Map())
}

function messagesOf<Extra extends Denial>(
  language: Language,
  words: CustomWords<Extra>,
  categories: ReadonlyMap<string, ContentWords>,
): Messages<Extra> {
  const { toInviter, toStaff, noDecision, toRecipient, answered, statuses, hints } = language
  const formats = (timeZone?: string) => formatsOf(language, timeZone)
  const own = { ...toInviter, ...words }
  const content = contentWordsOf(language, own.ProhibitedContent, categories)
  const forInviter: Sentences = { ...own, ProhibitedContent: content.toInviter }
  const forStaff: Sentences = { ...toStaff, ProhibitedContent: content.toStaff }
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
    if (disclosed.audience === 'recipient') return [wordsFor(disclosed.type, toRecipient)]
    if ('denials' in disclosed) {
      const isChoice = !('type' in disclosed)
      assert(isChoice || disclosed.denials.length > 0, 'disclosed.denials', 'non-empty')
      return sentences(disclosed.denials, timeZone)
    }
    return [wordsFor(disclosed.type, noDecision)]
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
      return sentenceOn(denial, forStaff, formats(timeZoneOf(options))) ?? denial.type
    },
    describeAnswer: (action, answer) => {
      const standing = standingIn(answer)
      switch (action) {
        case 'accept':
          if (standing === 'pending') return answered.pending
          return belongs(standing) ? answered.joined : answered.accepted
        case 'decline':
          return answered.declined
        case 'withdraw':
          return answered.withdrawn
        default:
          throw new TypeError('action must be accept, decline or withdraw')
      }
    },
    describeStatus: (status) => {
      assert(Object.hasOwn(statuses, status), 'status', 'Open, Accepted, Withdrawn or Expired')
      return statuses[status]
    },
    hints: (standing) => (standing === 'moderator' ? hintsFor.moderator : hintsFor.member),
    form: Object.freeze(formWords(language, formats())),
  } satisfies Messages<Extra>)
}

function wordsFor<Type extends string>(
  type: Type,
  words: { readonly [Key in Type]: string },
): string {
  assert(Object.hasOwn(words, type), 'disclosed.type', 'that of an error')
  return words[type]
}

function timeZoneOf(options: DescribeOptions): string | undefined {
  return optionsIn(options, 'options', ['timeZone']).timeZone
}

function standingIn(answer: { readonly standing?: Standing | undefined }): Standing | undefined {
  assert(isRecord(answer), 'answered', 'what accept, decline or withdraw returns')
  return ifGiven(ownFieldsOf(answer).standing, 'answered.standing', checkStanding)
}

/** Words for denials by type, whatever they are. */
type Sentences = Readonly<Record<string, (denial: never, formats: Formats) => string>>

/** The sentence on a denial; `undefined` if there is none for its type. */
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
