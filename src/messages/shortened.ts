import { isPair } from '../text/code-points.js'
import { charactersOf } from '../text/count-characters.js'
import { CODE_POINTS_PER_CHARACTER_LIMIT } from '../text/limits.js'
import { normalizeText } from '../text/normalize-text.js'
import { onOneLine } from './lines.js'

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
