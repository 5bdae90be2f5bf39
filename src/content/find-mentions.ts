import type { Draft, ProfileReference } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { analyzable } from '../text/limits.js'
import { resembles } from '../text/resembles.js'
import { type Word, wordsIn } from '../text/words.js'
import { type EntryWords, type ProfileWords, profileWordsOf } from './profile-words.js'
import { isAbbreviation, isDistinctive } from './stop-words.js'

/**
 * The entries of the recipient's profile that the text mentions: the built-in matcher.
 *
 * An entry is mentioned where one of its distinctive words is, be it inflected, derived or in a compound; an entry of
 * nothing but common words ("Neue Kontakte") where all of them are. In doubt long words count, and short ones do not.
 * The recipient's name in the text does not count, nor does the subject. Without a profile there are no entries. A text
 * of more than 7,500 UTF-16 units is not looked through. Linear in the text.
 *
 * @since 0.1.0
 */
export function findMentions(
  { text }: Draft,
  recipient: MemberProfile | undefined,
): ProfileReference[] {
  return mentionsIn(wordsIn(analyzable(text)), profileWordsOf(recipient))
}

/** The same in a text whose words are read already. */
export function mentionsIn(
  text: readonly Word[],
  { foldedNames, entries }: ProfileWords,
): ProfileReference[] {
  // The recipient's name is in the salutation, and sometimes in their firm's.
  const words = vocabularyOf(text.filter(({ folded }) => !foldedNames.has(folded)))
  return entries.filter((entry) => isMentioned(entry, words)).map(({ reference }) => reference)
}

/** The words of a text, each once. */
interface Vocabulary {
  readonly written: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  /** The folded words that may resemble one of a profile: common ones have to be the very word. */
  readonly distinctive: ReadonlySet<string>
}

function vocabularyOf(words: readonly Word[]): Vocabulary {
  return {
    written: new Set(words.map(({ written }) => written)),
    folded: new Set(words.map(({ folded }) => folded)),
    distinctive: new Set(words.filter(isDistinctive).map(({ folded }) => folded)),
  }
}

function isMentioned({ words }: EntryWords, text: Vocabulary): boolean {
  const isInText = (word: Word) => isIn(word, text)
  const distinctive = words.filter(isDistinctive)
  return distinctive.length > 0 ? distinctive.some(isInText) : words.every(isInText)
}

function isIn(word: Word, text: Vocabulary): boolean {
  if (isAbbreviation(word)) return isAbbreviationIn(word, text)
  if (text.folded.has(word.folded)) return true
  for (const other of text.distinctive) if (resembles(word.folded, other)) return true
  return false
}

/** IT is not "it", but PHP is "php", B2B is "b2b", and KPI is one of "KPIs". */
function isAbbreviationIn({ written, folded }: Word, text: Vocabulary): boolean {
  if (text.written.has(written) || text.written.has(`${written}s`)) return true
  return text.folded.has(folded) && (written.length > 2 || /[^\p{L}]/u.test(written))
}
