import type { Writing } from './formats.js'
import { withInnerMarks } from './inner-marks.js'
import { shortened } from './shortened.js'

/** A member's text for plain text: as `inSentence`, and it cannot turn the sentence around. */
export function displayed(text: string, writing: Writing): string {
  return isolated(inSentence(text, writing), writing)
}

/** A member's text within a sentence: it cannot break the line, close a quotation, or be of any length. */
export function inSentence(text: string, { quotationMarks }: Writing): string {
  return withInnerMarks(shortened(text), quotationMarks)
}

// The blocks of the scripts that run from right to left, and the marks that turn the direction.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Puts the text between U+2068 and U+2069 if it may turn the words around it. */
function isolated(text: string, { direction }: Writing): string {
  return direction === 'rtl' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}
