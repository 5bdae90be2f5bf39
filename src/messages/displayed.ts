import { isPair } from '../text/code-points.js'
import { charactersOf } from '../text/count-characters.js'
import { CODE_POINTS_PER_CHARACTER_LIMIT } from '../text/limits.js'
import { normalizeText } from '../text/normalize-text.js'
import { onOneLine } from './lines.js'

/**
 * How a language is written.
 *
 * @since 0.1.0
 */
export interface Writing {
  /** The language as a BCP 47 tag, such as `de`. It marks the texts, and `Intl` formats by it. */
  readonly locale: string
  /** The direction of the script: from left to right, or from right to left. */
  readonly direction: 'ltr' | 'rtl'
  /** The marks of a quotation, here and in the templates of `mail`. Between them, words of members have other marks. */
  readonly quotationMarks: readonly [opening: string, closing: string]
}

/** A member's text for plain text: as `inSentence`, and it cannot turn the sentence around. */
export function displayed(text: string, writing: Writing): string {
  return isolated(inSentence(text, writing), writing)
}

/** A member's text within a sentence: it cannot break the line, close a quotation, or be of any length. */
export function inSentence(text: string, { quotationMarks }: Writing): string {
  return withInnerMarks(shortened(text), quotationMarks)
}

/** In characters, inclusive. Words of members within a sentence are no longer. */
const LIMIT = 100

/** UTF-16 units, as many as so many characters may have. What is behind them is not looked at. */
const UNITS = LIMIT * CODE_POINTS_PER_CHARACTER_LIMIT * 2

/**
 * A text on one line, with at most 100 characters of at most 32 code points: if it is longer, its beginning and an
 * ellipsis. `''` if that shows nothing.
 */
export function shortened(text: string): string {
  const isCut = text.length > UNITS
  const line = onOneLine(isCut ? beginningOf(text) : text)
  const characters: string[] = []
  for (const character of charactersOf(line)) {
    if (characters.push(character) > LIMIT) break
  }
  const isLonger = isCut || characters.length > LIMIT
  const shown = characters
    .slice(0, isLonger ? LIMIT - 1 : LIMIT)
    .map((character) => Array.from(character).slice(0, CODE_POINTS_PER_CHARACTER_LIMIT).join(''))
    .join('')
  if (normalizeText(shown) === '') return ''
  return isLonger ? `${shown.trimEnd()}…` : shown
}

function beginningOf(text: string): string {
  return text.slice(0, UNITS + (isPair(text, UNITS - 1) ? 1 : 0))
}

// The blocks of the scripts that run from right to left, and the marks that turn the direction.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Puts the text between U+2068 and U+2069 if it may turn the words around it. */
function isolated(text: string, { direction }: Writing): string {
  return direction === 'rtl' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

/** The double quotation marks of all languages, and what looks like them, each with its single counterpart. */
const INNER: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['"', "'"],
  ['«', '‹'],
  ['»', '›'],
  ['“', '‘'],
  ['”', '’'],
  ['„', '‚'],
  ['‟', '‛'],
  ['″', '′'],
  ['‶', '‵'],
  ['״', '׳'],
  ...Array.from('ʺ˝ˮ❝❞⹂〝〞〟＂🙶🙷🙸', (mark) => [mark, "'"] as const),
])

/**
 * The text with inner quotation marks, as typographers write a quotation within another: „Die ‚Besten‘“. So it has no
 * mark that could close the quotation around it. Apostrophes stay, unless they are the marks of the language.
 */
export function withInnerMarks(text: string, marks: readonly string[]): string {
  const own = new Set(marks.join('').replace(/\s/g, ''))
  const inner = (character: string) => {
    const single = INNER.get(character)
    if (single === undefined && !own.has(character)) return character
    // No language has all of these.
    return [single ?? "'", "'", '’', 'ʼ'].find((mark) => !own.has(mark))
  }
  return withoutPairs(Array.from(text, inner).join(''))
}

/** Two single marks side by side look like a double one, also with something invisible between them. */
function withoutPairs(text: string): string {
  return text.replace(
    /(['`´‘’‚‛‹›′‵ʹʻʼʽˈ׳＇])(?:\p{Default_Ignorable_Code_Point}*['`´‘’‚‛‹›′‵ʹʻʼʽˈ׳＇])+/gu,
    '$1',
  )
}
