import type { Draft, ProfileReference } from '../model/invitation.js'
import { analyzable } from '../text/limits.js'
import { resembles } from '../text/resembles.js'
import { type Word, wordsIn } from '../text/words.js'
import type { DraftContext } from './draft-context.js'
import { type EntryWords, type ProfileWords, profileWordsOf } from './profile-words.js'
import { isAbbreviation, isDistinctive } from './stop-words.js'

/**
 * Finds the entries of the recipient's profile that the text mentions, by comparing words.
 *
 * This is what the policy does without `options.findMentions`.
 *
 * - An entry is mentioned if the text has one of its distinctive words, also inflected, derived or in a compound. An
 *   entry of common words alone ("Neue Kontakte") is mentioned if the text has all of them.
 * - If it is uncertain whether two words are related, long words count, and short ones do not.
 * - The recipient's name in the text does not count. The subject is not searched.
 * - It returns an empty list for a recipient without a profile, and for a text of more than 7,500 UTF-16 units.
 * - Of a profile with thousands of different words only the first are compared with words that resemble them: as many as
 *   make 250,000 pairs with those of the text. All others count as they are written.
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
  const decisive = entries.map(decisiveWordsOf)
  const related = relatedTo(text, decisive)
  const isInText = (word: Word) =>
    isAbbreviation(word)
      ? isAbbreviationIn(word, text)
      : text.folded.has(word.folded) || related.has(word.folded)
  const isMentioned = ({ words, isOneEnough }: DecisiveWords) =>
    isOneEnough ? words.some(isInText) : words.every(isInText)
  return decisive.filter(isMentioned).map(({ reference }) => reference)
}

interface Vocabulary {
  readonly written: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  /** Folded. Only these words match words that resemble them. */
  readonly distinctive: ReadonlySet<string>
}

function vocabularyOf(words: readonly Word[]): Vocabulary {
  return {
    written: new Set(words.map(({ written }) => written)),
    folded: new Set(words.map(({ folded }) => folded)),
    distinctive: new Set(words.filter(isDistinctive).map(({ folded }) => folded)),
  }
}

/** The words by which an entry is mentioned. */
interface DecisiveWords extends EntryWords {
  readonly isOneEnough: boolean
}

function decisiveWordsOf({ reference, words }: EntryWords): DecisiveWords {
  const distinctive = words.filter(isDistinctive)
  return distinctive.length > 0
    ? { reference, words: distinctive, isOneEnough: true }
    : { reference, words, isOneEnough: false }
}

/** So many pairs take milliseconds: a text of 80 distinctive words with 3,000 of a profile. */
const MOST_PAIRS = 250_000

/** The words of entries that are not in the text, and resemble a word that is. Folded, and compared once for all. */
function relatedTo(text: Vocabulary, entries: readonly DecisiveWords[]): ReadonlySet<string> {
  const missing = new Set<string>()
  for (const { words } of entries) {
    for (const word of words) {
      if (!isAbbreviation(word) && !text.folded.has(word.folded)) missing.add(word.folded)
    }
  }
  const others = [...text.distinctive]
  const compared = [...missing].slice(0, Math.floor(MOST_PAIRS / others.length))
  return new Set(compared.filter((word) => others.some((other) => resembles(word, other))))
}

/** IT is not "it", but PHP is "php", B2B is "b2b", and KPI is one of "KPIs". */
function isAbbreviationIn({ written, folded }: Word, text: Vocabulary): boolean {
  if (text.written.has(written) || text.written.has(`${written}s`)) return true
  return text.folded.has(folded) && (written.length > 2 || /[^\p{L}]/u.test(written))
}
