import { countCodePoints, isPair } from './code-points.js'
import { ANALYZED_UNIT_LIMIT } from './limits.js'
import { compose } from './marks.js'
import { isUnjoined } from './plain.js'

export interface CharacterCount {
  readonly characters: number
  /** In code points. */
  readonly longest: number
  /** Whether the text is too long to be analysed: it may have fewer characters. */
  readonly isUpperBound: boolean
}

/**
 * Counts the characters of a text as a person does.
 *
 * A character is an extended grapheme cluster (UAX #29) of the NFC form. A letter with its accents counts 1, and so do
 * a family emoji and a line break, CRLF too. Outer white space counts.
 *
 * If the platform has no `Intl.Segmenter`, or the text has more than 7,500 UTF-16 units, which is above every limit, code
 * points are counted, CRLF as one. A text of ordinary letters has the same number either way. Never throws on a string.
 *
 * @since 0.1.0
 */
export function countCharacters(text: string): number {
  return characterCountOf(text).characters
}

export function characterCountOf(text: string): CharacterCount {
  if (isUnjoined(text)) return { characters: text.length, longest: 1, isUpperBound: false }
  const isUpperBound = text.length > ANALYZED_UNIT_LIMIT
  if (!isUpperBound && hasSegmenter()) return countGraphemes(compose(text))
  return { characters: countCodePoints(text) - countCRLF(text), longest: 1, isUpperBound }
}

/** Replacing them would take several times as long, if there are millions. */
function countCRLF(text: string): number {
  let count = 0
  let before = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0x0a && before === 0x0d) count += 1
    before = unit
  }
  return count
}

function hasSegmenter(): boolean {
  return typeof Intl === 'object' && typeof Intl.Segmenter === 'function'
}

/** UTF-16 units. On Node 20 the time of segmenting is quadratic in the length. */
const WINDOW_UNITS = 256

function countGraphemes(text: string): CharacterCount {
  let characters = 0
  let longest = 0
  let start = 0
  let units = WINDOW_UNITS
  while (start < text.length) {
    // Stryker disable next-line ArithmeticOperator: the window may end before the pair as well
    const end = start + units + (isPair(text, start + units - 1) ? 1 : 0)
    const graphemes = graphemesOf(text.slice(start, end))
    // The last one may continue behind the window.
    // Stryker disable next-line EqualityOperator: one more window counts the last one
    if (end < text.length) graphemes.pop()
    for (const grapheme of graphemes) {
      characters += 1
      longest = Math.max(longest, countCodePoints(grapheme))
      start += grapheme.length
    }
    // Stryker disable next-line ConditionalExpression: windows that grow count the same, but slower
    units = graphemes.length === 0 ? units * 2 : WINDOW_UNITS
  }
  return { characters, longest, isUpperBound: false }
}

let segmenter: Intl.Segmenter | undefined

function segmentsOf(text: string): Intl.Segments {
  // Stryker disable next-line ObjectLiteral: graphemes are the default
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

function graphemesOf(text: string): string[] {
  return Array.from(segmentsOf(text), ({ segment }) => segment)
}

/** One character after the other, not composed: code points, if the platform has no `Intl.Segmenter`. */
export function* charactersOf(text: string): Generator<string> {
  if (!hasSegmenter()) return yield* text
  for (const { segment } of segmentsOf(text)) yield segment
}
