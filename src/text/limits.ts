/** The most characters that the personal text may have (D7). */
export const TEXT_CHARACTER_LIMIT = 500

/** The most characters that a subject line may have. This library's own limit. */
export const SUBJECT_CHARACTER_LIMIT = 120

/** The most bytes that a subject or a text may take as UTF-8. A safety cap of this library. */
export const BYTE_LIMIT = 5_000

/** The most code points that one character may be made of. A safety cap of this library. */
export const CODE_POINTS_PER_CHARACTER_LIMIT = 32

/**
 * The most UTF-16 units that are composed and segmented. Composing turns at most 3 units into 2 bytes (U + diaeresis
 * + macron → Ǖ), so that a longer text is over the byte limit in every form.
 */
export const READABLE_UNITS = BYTE_LIMIT * 1.5
