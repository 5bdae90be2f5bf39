import type { Word } from './words.js'
import { once } from './once.js'
import { isAbbreviation, isDistinctive } from './stop-words.js'

/** The words of something, to look for related ones. */
export interface Vocabulary {
  /** Needed for abbreviations alone. */
  readonly written: () => ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  /** The beginnings of distinctive words. */
  readonly starts: ReadonlySet<string>
}

/** Inflection, derivation and most compounds keep so many first letters. Fewer would relate strangers. */
const RELATED_LETTERS = 5

export function vocabularyOf(words: readonly Word[]): Vocabulary {
  const folded = new Set<string>()
  const starts = new Set<string>()
  for (const word of words) {
    folded.add(word.folded)
    if (isDistinctive(word)) starts.add(startOf(word))
  }
  const written = once(() => new Set(words.map((word) => word.written)))
  return { written, folded, starts }
}

/** Whether the word is in the vocabulary, or begins like a distinctive word in it. */
export function isRelated(word: Word, vocabulary: Vocabulary): boolean {
  if (isAbbreviation(word)) return hasAbbreviation(word, vocabulary)
  return vocabulary.folded.has(word.folded) || vocabulary.starts.has(startOf(word))
}

function startOf({ folded }: Word): string {
  return folded.slice(0, RELATED_LETTERS)
}

/** IT is not "it", but PHP is "php", B2B is "b2b", and KPI is one of "KPIs". */
function hasAbbreviation({ written, folded }: Word, vocabulary: Vocabulary): boolean {
  const asWritten = vocabulary.written()
  if (asWritten.has(written) || asWritten.has(`${written}s`)) return true
  return vocabulary.folded.has(folded) && (written.length > 2 || /[^\p{L}]/u.test(written))
}
