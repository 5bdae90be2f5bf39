import type { Draft, ProfileReference } from '../model/invitation.js'
import { analyzable } from '../text/limits.js'
import { type Word, wordsIn } from '../text/words.js'
import type { DraftContext } from './draft-context.js'
import { type EntryWords, type ProfileWords, profileWordsOf } from './profile-words.js'
import { isRelated, type Vocabulary, vocabularyOf } from '../text/vocabulary.js'

/**
 * Finds the entries of the recipient's profile that the text mentions, by comparing words.
 *
 * This is what the policy does without `options.findMentions`.
 *
 * - An entry is mentioned if the text has one of its distinctive words, or a word that begins with the same five
 *   letters: "Steuerberaterin" mentions "Steuerrecht". An entry of common words alone ("Neue Kontakte") is mentioned if
 *   the text has all of them.
 * - The recipient's name in the text does not count. The subject is not searched.
 * - It returns an empty list for a recipient without a profile, and for a text of more than 7,500 UTF-16 units.
 *
 * The time that it takes is linear in the text and in the profile.
 *
 * @since 0.1.0
 */
export function findMentions(
  { text }: Draft,
  { recipient }: DraftContext,
): readonly ProfileReference[] {
  return mentionsIn(wordsIn(analyzable(text)), profileWordsOf(recipient))
}

export function mentionsIn(
  words: readonly Word[],
  { foldedNames, entries }: ProfileWords,
): readonly ProfileReference[] {
  // The recipient's name is in the salutation, and sometimes in the name of their firm.
  const text = vocabularyOf(words.filter(({ folded }) => !foldedNames.has(folded)))
  return entries.filter((entry) => isMentioned(entry, text)).map(({ reference }) => reference)
}

function isMentioned({ words, distinctive }: EntryWords, text: Vocabulary): boolean {
  const isInText = (word: Word) => isRelated(word, text)
  return distinctive.length > 0 ? distinctive.some(isInText) : words.every(isInText)
}
