import { fold } from './fold.js'

/** A word of a text. */
export interface Word {
  /** As it is written. */
  readonly written: string
  /** As it is compared. */
  readonly folded: string
  /** Where it begins: a UTF-16 index into the text. */
  readonly index: number
}

/**
 * The words of a text: runs of letters and digits, with the signs that belong to them ("C++", "C#"), and the signs
 * that are read as words: per cent, currencies, pictures of money.
 *
 * Whatever else stands between words separates them, so that "Code-Review" and "O'Neill" are two. Invisible characters
 * within a word are a part of it. Linear in the text.
 */
export function wordsIn(text: string): Word[] {
  const word =
    /[\p{L}\p{N}](?:\+\+|#)|(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*|[%€$£💰💸🤑]+/gu
  const words: Word[] = []
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const [written] = match
    words.push({ written, folded: fold(written), index: match.index })
  }
  return words
}
