import { countBytes } from './code-points.js'
import { type CharacterCount, countClosely } from './count-characters.js'
import {
  BYTE_LIMIT,
  CODE_POINTS_PER_CHARACTER_LIMIT,
  SUBJECT_CHARACTER_LIMIT,
  TEXT_CHARACTER_LIMIT,
} from './limits.js'
import { normalizeText } from './normalize-text.js'
import { countOthers, isUnjoined } from './plain.js'

/**
 * What a text can have too much of.
 *
 * - `characters`: as `countCharacters` counts them.
 * - `bytes`: as UTF-8.
 * - `codePointsPerCharacter`: the code points of the one character that has the most of them.
 *
 * @since 0.1.0
 */
export type LengthUnit = 'characters' | 'bytes' | 'codePointsPerCharacter'

/**
 * A limit overrun: `length` is above `limit`, both counted in `unit`.
 *
 * @since 0.1.0
 */
export interface Excess {
  readonly length: number
  /** The most that is allowed, inclusive. */
  readonly limit: number
  readonly unit: LengthUnit
}

/**
 * What the counter of a compose form shows.
 *
 * @since 0.1.0
 */
export interface TextMeasure {
  /** The characters of the normalised text, as `countCharacters` counts them. */
  readonly characters: number
  /** The most characters allowed, inclusive. */
  readonly limit: number
  /** `limit - characters`; negative when there are too many. */
  readonly remaining: number
  /** The unit in which `TextTooLong` or `SubjectTooLong` would refuse it; `undefined` where they would not. */
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
  const count = countClosely(normalized)
  const { characters } = count
  const tooLong = overrunUnit(normalized, count, limit)
  return { characters, limit, remaining: limit - characters, tooLong }
}

/** By how much a normalised text overruns its limits; of several overruns the one in characters. */
export function excessOf(normalized: string, characterLimit: number): Excess | undefined {
  if (surelyFits(normalized, characterLimit)) return undefined
  const count = countClosely(normalized)
  const unit = overrunUnit(normalized, count, characterLimit)
  switch (unit) {
    case 'characters':
      return { length: count.characters, limit: characterLimit, unit }
    case 'bytes':
      return { length: countBytes(normalized), limit: BYTE_LIMIT, unit }
    case 'codePointsPerCharacter':
      return { length: count.longest, limit: CODE_POINTS_PER_CHARACTER_LIMIT, unit }
    case undefined:
      return undefined
  }
}

/**
 * Whether a text is within its limits for sure, which spares it the counting of its characters.
 *
 * It has no more characters than UTF-16 units, and a unit takes 3 bytes at most. Within a character no two plain code
 * points are neighbours, so that too few others cannot make one that is too long.
 */
function surelyFits(text: string, characterLimit: number): boolean {
  return (
    text.length <= characterLimit &&
    text.length * 3 <= BYTE_LIMIT &&
    (isUnjoined(text) || countOthers(text) * 2 < CODE_POINTS_PER_CHARACTER_LIMIT)
  )
}

function overrunUnit(
  text: string,
  { characters, longest, isUpperBound }: CharacterCount,
  characterLimit: number,
): LengthUnit | undefined {
  // Too long to have its characters counted is too long in bytes.
  if (isUpperBound) return 'bytes'
  if (characters > characterLimit) return 'characters'
  // A UTF-16 unit takes 3 bytes at most, so that a short text need not be looked through.
  if (text.length * 3 > BYTE_LIMIT && countBytes(text) > BYTE_LIMIT) return 'bytes'
  return longest > CODE_POINTS_PER_CHARACTER_LIMIT ? 'codePointsPerCharacter' : undefined
}
