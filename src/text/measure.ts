import { countBytes } from './code-points.js'
import { type CharacterCount, characterCountOf } from './count-characters.js'
import {
  BYTE_LIMIT,
  CODE_POINTS_PER_CHARACTER_LIMIT,
  SUBJECT_CHARACTER_LIMIT,
  TEXT_CHARACTER_LIMIT,
} from './limits.js'
import { normalizeText } from './normalize-text.js'
import { countOthers, isUnjoined } from './plain.js'

/**
 * The unit of a limit.
 *
 * - `characters`: as `countCharacters` counts them.
 * - `bytes`: in UTF-8.
 * - `codePointsPerCharacter`: the code points of the character that has the most of them.
 *
 * @since 0.1.0
 */
export type LengthUnit = 'characters' | 'bytes' | 'codePointsPerCharacter'

/**
 * How far a text is above a limit: `length` is greater than `limit`, both counted in `unit`.
 *
 * @since 0.1.0
 */
export interface Excess {
  readonly length: number
  /** The greatest length allowed, inclusive. */
  readonly limit: number
  readonly unit: LengthUnit
}

/**
 * The values that the counter of a compose form shows.
 *
 * @since 0.1.0
 */
export interface TextMeasure {
  /** The characters of the normalised text, as `countCharacters` counts them. */
  readonly characters: number
  /** The greatest number of characters allowed, inclusive. */
  readonly limit: number
  /** `limit - characters`; negative if there are too many. */
  readonly remaining: number
  /** The unit in which `TextTooLong` or `SubjectTooLong` would deny the text; `undefined` if the text fits. */
  readonly tooLong: LengthUnit | undefined
}

/**
 * Measures a personal text exactly as `TextTooLong` does, for a form's counter. Never throws on a string.
 *
 * @since 0.1.0
 */
export function measureText(text: string): TextMeasure {
  return measure(normalizeText(text), TEXT_CHARACTER_LIMIT)
}

/**
 * Measures a subject line exactly as `SubjectTooLong` does, for a form's counter. Never throws on a string.
 *
 * @since 0.1.0
 */
export function measureSubject(subject: string): TextMeasure {
  return measure(normalizeText(subject), SUBJECT_CHARACTER_LIMIT)
}

function measure(normalized: string, limit: number): TextMeasure {
  const count = characterCountOf(normalized)
  const { characters } = count
  const tooLong = overrunUnit(normalized, count, limit)
  return { characters, limit, remaining: limit - characters, tooLong }
}

/** In characters, if the text is above several limits. */
export function excessOf(normalized: string, characterLimit: number): Excess | undefined {
  if (surelyFits(normalized, characterLimit)) return undefined
  const count = characterCountOf(normalized)
  const unit = overrunUnit(normalized, count, characterLimit)
  switch (unit) {
    case 'characters':
      return { length: count.characters, limit: characterLimit, unit }
    case 'bytes':
      return { length: countBytes(normalized), limit: BYTE_LIMIT, unit }
    case 'codePointsPerCharacter':
      return { length: count.longest, limit: CODE_POINTS_PER_CHARACTER_LIMIT, unit }
    // Stryker disable next-line ConditionalExpression: the end of the function returns undefined too
    case undefined:
      return undefined
  }
}

/**
 * Saves counting the characters. A UTF-16 unit has at most one character and 3 bytes. No character has two plain code
 * points side by side, so few others cannot make one too long.
 */
function surelyFits(text: string, characterLimit: number): boolean {
  return (
    text.length <= characterLimit &&
    // Stryker disable next-line EqualityOperator: the limit is no multiple of 3
    text.length * 3 <= BYTE_LIMIT &&
    (isUnjoined(text) || countOthers(text) * 2 < CODE_POINTS_PER_CHARACTER_LIMIT)
  )
}

function overrunUnit(
  text: string,
  { characters, longest, isUpperBound }: CharacterCount,
  characterLimit: number,
): LengthUnit | undefined {
  if (isUpperBound) return 'bytes'
  if (characters > characterLimit) return 'characters'
  // Stryker disable next-line EqualityOperator: the limit is no multiple of 3
  if (text.length * 3 > BYTE_LIMIT && countBytes(text) > BYTE_LIMIT) return 'bytes'
  return longest > CODE_POINTS_PER_CHARACTER_LIMIT ? 'codePointsPerCharacter' : undefined
}
