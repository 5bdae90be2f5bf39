/**
 * The most characters that the personal text may have, as `countCharacters` counts them (D7).
 *
 * @since 0.1.0
 */
export const TEXT_CHARACTER_LIMIT = 500

/**
 * The most characters that a subject line may have, as `countCharacters` counts them. This library's own limit.
 *
 * @since 0.1.0
 */
export const SUBJECT_CHARACTER_LIMIT = 120

/**
 * The most bytes that a subject or a text may take as UTF-8. A safety cap of this library.
 *
 * @since 0.1.0
 */
export const BYTE_LIMIT = 5_000

/**
 * The most code points that one character may be made of. A safety cap of this library.
 *
 * @since 0.1.0
 */
export const CODE_POINTS_PER_CHARACTER_LIMIT = 32

/**
 * The most UTF-16 units that are composed and segmented. Composing turns at most 3 units into 2 bytes (U + diaeresis
 * + macron → Ǖ), so that a longer text is over the byte limit in every form.
 */
export const READABLE_UNITS = BYTE_LIMIT * 1.5
