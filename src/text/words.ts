import { fold } from './fold.js'

export interface Word {
  readonly written: string
  readonly folded: string
  readonly index: number
}

/**
 * Runs of letters and digits, also "C++" and "C#", and some signs: per cent, currencies, money emoji. "Code-Review" and
 * "O'Neill" are two words each. Invisible characters inside a word belong to it. Linear in the text.
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
