import type { Draft } from '../model/invitation.js'
import { analyzable } from '../text/limits.js'
import { once } from '../text/once.js'
import { wordsIn } from '../text/words.js'
import { assert, fieldOf, optionsIn } from '../validation/assert.js'
import { A_CERTAINTY, isCertaintyOrNone } from './certainty.js'
import {
  A_PROHIBITED_CATEGORY,
  type ContentEvidence,
  isProhibitedCategory,
} from './content-evidence.js'
import type { DraftContext } from './draft-context.js'
import { profileWordsOf } from './profile-words.js'
import { type ProhibitedTerm, prohibitedTerms } from './prohibited-terms.js'
import { screenWords } from './screen-words.js'
import { plainPatternOf, TermIndex } from './term-index.js'
import { topicOf } from './topic.js'

/**
 * A `Screen` that returns its evidence synchronously.
 *
 * @since 0.1.0
 */
export type TermScreener = (draft: Draft, about: DraftContext) => readonly ContentEvidence[]

/**
 * The list of a term screener.
 *
 * @since 0.1.0
 */
export interface TermLists {
  readonly terms: readonly ProhibitedTerm[]
}

/**
 * Creates the built-in screener with another list of terms: whole words and phrases, in any case and spelling of umlauts.
 *
 * - A term that is `sure` is enough on its own.
 * - A term that is `suspected` is only one witness, and so are words in disguise ("V1agra"). The finding is sure if the
 *   classifier agrees with one of them.
 * - The recipient's names, and words and terms of their profile and of the group's name, do not count. If the profile has
 *   a term of multi-level marketing, no other suspected term counts either; if it has one of spam, no other of spam.
 * - A subject or a text of more than 7,500 UTF-16 units is not analysed.
 *
 * To extend the built-in list, start from `PROHIBITED_TERMS`. The time that the screener takes is linear in the draft and
 * in the profile, however many terms there are.
 *
 * @throws TypeError if the list has an unknown key, or a term an unknown category or certainty; if a term has no word, an
 * open ending behind fewer than three letters, or a `*` before a letter or digit.
 *
 * @since 0.1.0
 */
export function createTermScreener(lists: TermLists): TermScreener {
  const terms = termsOf(lists)
  return (draft, about) => screenWith(terms, draft, about)
}

/**
 * Screens a draft, or a text alone, with the built-in classifier and list of terms.
 *
 * This is what the policy does without `options.screen`. It returns the evidence in the order of its places, that of
 * the subject first, or an empty list if there is no finding. Every `index` is a UTF-16 index into its field of
 * the given draft: normalise it first. The names of `about.recipient`, and words of their profile and of the name of
 * `about.group`, do not count. A subject or a text of more than 7,500 UTF-16 units is not analysed.
 *
 * @since 0.1.0
 */
export function screenText(
  draft: Draft | string,
  about?: DraftContext,
): readonly ContentEvidence[] {
  return screenWith(builtInTerms(), typeof draft === 'string' ? { text: draft } : draft, about)
}

function screenWith(
  terms: TermIndex<ProhibitedTerm>,
  // Stryker disable next-line StringLiteral: nothing is found in what is put there
  { subject = '', text }: Draft,
  about: DraftContext | undefined,
): readonly ContentEvidence[] {
  const draft = { subject: analyzable(subject), text: analyzable(text) }
  const topic = topicOf(profileWordsOf(about?.recipient), about?.group)
  return screenWords(draft, wordsIn(draft.text), topic, terms)
}

export const builtInTerms = once(() => new TermIndex(prohibitedTerms(), plainPatternOf))

function termsOf(lists: TermLists): TermIndex<ProhibitedTerm> {
  const { terms } = optionsIn(lists, 'lists', ['terms'])
  assert(Array.isArray(terms), 'lists.terms', 'a list')
  return new TermIndex(terms.map(checkedTerm))
}

/** A copy, since the caller may change its own. */
function checkedTerm(given: ProhibitedTerm, at: number): ProhibitedTerm {
  // Lists may come from JavaScript, or from a file.
  const { term, category } = given as Readonly<Record<keyof ProhibitedTerm, unknown>>
  const certainty = fieldOf(given, 'certainty')
  assert(typeof term === 'string', `terms[${at}].term`, 'a string')
  assert(isProhibitedCategory(category), `terms[${at}].category`, A_PROHIBITED_CATEGORY)
  assert(isCertaintyOrNone(certainty), `terms[${at}].certainty`, A_CERTAINTY)
  return { term, category, certainty }
}
