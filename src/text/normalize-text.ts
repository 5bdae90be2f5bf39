import { ANALYZED_UNIT_LIMIT } from './limits.js'
import { compose } from './marks.js'
import { isPlain } from './plain.js'

/** No honest text has so many characters that can be removed. */
const CLEANED_UNIT_LIMIT = 100_000

export interface NormalizedText {
  readonly normalized: string
  /** Whether the given text is known to have plain characters and line breaks only. */
  readonly isPlain: boolean
}

/**
 * Normalises a subject or text to the form in which it is measured, compared, stored and sent.
 *
 * - The text is composed to NFC.
 * - Every line break (CRLF, CR, LF, NEL, U+2028, U+2029) becomes LF, and a TAB becomes a space.
 * - Soft hyphens, U+180E, U+200B, U+2060, U+FEFF and outer white space are removed. A text of invisible characters
 *   alone becomes empty.
 * - Joiners, variation selectors and direction marks stay. Unsafe characters stay too: `UnsafeCharacter` denies them.
 *
 * Normalising twice equals normalising once. A text that still has more than 7,500 UTF-16 units is not composed, nor is
 * a run of 64 combining marks or more, and a text of more than 100,000 is only trimmed: all are far above every limit.
 * Never throws on a string.
 *
 * @since 0.1.0
 */
export function normalizeText(text: string): string {
  return normalizeClosely(text).normalized
}

/** Nearly every text is plain and takes the short way. */
export function normalizeClosely(text: string): NormalizedText {
  const trimmed = text.trim()
  if (trimmed.length > CLEANED_UNIT_LIMIT) return { normalized: trimmed, isPlain: false }
  // Outer white space may be unsafe too. If there is very much of it, only the rest is looked at, and nothing is plain.
  const given = text.length > CLEANED_UNIT_LIMIT ? trimmed : text
  // Stryker disable next-line StringLiteral: only saves replacing
  const unified = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given
  if (isPlain(unified)) return { normalized: unified.trim(), isPlain: given === text }
  const cleaned = trimmed
    .replace(/[\u00AD\u180E\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .trim()
  if (!isVisible(cleaned)) return { normalized: '', isPlain: false }
  const normalized = cleaned.length > ANALYZED_UNIT_LIMIT ? cleaned : compose(cleaned)
  return { normalized, isPlain: false }
}

function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/u.test(text)
}
