import { countCodePoints, isPair } from './code-points.js'
import { READABLE_UNITS } from './limits.js'
import { isUnjoined } from './plain.js'

/** How many characters a text has, and what else a measure needs. */
export interface CharacterCount {
  readonly characters: number
  /** The code points of the character that has the most of them. */
  readonly longest: number
  /** Whether the text is too long to be read closely, so that there may be fewer characters. */
  readonly isUpperBound: boolean
}

/**
 * The number of characters as a person counts them: extended grapheme clusters (UAX #29) of the NFC form. A line
 * break counts 1, CRLF included; so does a letter with its accents, or a family emoji. Outer white space counts.
 *
 * Of a text of more than 7,500 UTF-16 units, which is over every limit, code points are counted unless it consists of
 * ordinary letters; so they are of every text where the platform has no `Intl.Segmenter`. Never throws on a string.
 *
 * @since 0.1.0
 */
export function countCharacters(text: string): number {
  return countClosely(text).characters
}

/** Counts as `countCharacters` does, and tells how. */
export function countClosely(text: string): CharacterCount {
  if (isUnjoined(text)) return { characters: text.length, longest: 1, isUpperBound: false }
  const isUpperBound = text.length > READABLE_UNITS
  if (!isUpperBound && hasSegmenter()) return countGraphemes(text.normalize('NFC'))
  const characters = countCodePoints(text.replaceAll('\r\n', '\n'))
  return { characters, longest: 1, isUpperBound }
}

function hasSegmenter(): boolean {
  return typeof Intl === 'object' && typeof Intl.Segmenter === 'function'
}

/** How many UTF-16 units are segmented at once: on Node 20 segmenting takes time quadratic in the length. */
const WINDOW_UNITS = 256

function countGraphemes(text: string): CharacterCount {
  let characters = 0
  let longest = 0
  let start = 0
  let units = WINDOW_UNITS
  while (start < text.length) {
    const end = start + units + (isPair(text, start + units - 1) ? 1 : 0)
    const graphemes = graphemesOf(text.slice(start, end))
    // The last one may go on behind the window: the next window begins with it.
    if (end < text.length) graphemes.pop()
    for (const grapheme of graphemes) {
      characters += 1
      longest = Math.max(longest, countCodePoints(grapheme))
      start += grapheme.length
    }
    units = graphemes.length === 0 ? units * 2 : WINDOW_UNITS
  }
  return { characters, longest, isUpperBound: false }
}

let segmenter: Intl.Segmenter | undefined

function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
