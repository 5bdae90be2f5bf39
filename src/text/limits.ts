/**
 * The most characters of a personal text, inclusive, as `countCharacters` counts them (D7).
 *
 * @since 0.1.0
 */
export const TEXT_CHARACTER_LIMIT = 500

/**
 * The most characters of a subject line, inclusive, as `countCharacters` counts them. This library's own limit.
 *
 * @since 0.1.0
 */
export const SUBJECT_CHARACTER_LIMIT = 120

/**
 * The most bytes of a subject or a text in UTF-8, inclusive. A safety limit of this library's own.
 *
 * @since 0.1.0
 */
export const BYTE_LIMIT = 5_000

/**
 * The most code points of one character, inclusive. A safety limit of this library's own.
 *
 * @since 0.1.0
 */
export const CODE_POINTS_PER_CHARACTER_LIMIT = 32

/** Composing turns at most 3 units into 2 bytes (Ǖ), so a longer text is above the byte limit in every form. */
export const ANALYZED_UNIT_LIMIT = BYTE_LIMIT * 1.5

/** Returns an empty text in the place of a text that is too long to be analysed. */
export function analyzable(text: string): string {
  return text.length > ANALYZED_UNIT_LIMIT ? '' : text
}
