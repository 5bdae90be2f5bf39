import { countCodePoints } from './code-points.js'

// None joins another one, is changed by normalising, or is unsafe: Latin, Greek and Cyrillic letters, punctuation,
// currency signs, kana, Han, Hangul, LF.
const PLAIN = String.raw`\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0388-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u3000-\u3020\u3041-\u3096\u30A1-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3`

const plain = new RegExp(`^[${PLAIN}]*$`)
const plainPart = new RegExp(`[${PLAIN}]+`)

export function isPlain(text: string): boolean {
  return plain.test(text)
}

/** Whether each UTF-16 unit is known to be a character. Below U+0300 only CR and LF join. */
export function isUnjoined(text: string): boolean {
  return (!/[\u0300-\uFFFF]/.test(text) && !text.includes('\r')) || isPlain(text)
}

/** Counts code points that are not plain: emoji, marks, joiners. */
export function countOthers(text: string): number {
  return countCodePoints(text.split(plainPart).join(''))
}
