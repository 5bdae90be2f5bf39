import { READABLE_UNITS } from './limits.js'
import { isPlain } from './plain.js'

/** A longer text is not worth looking through: no honest one has so much that can be removed. */
const WORTHWHILE_UNITS = 100_000

/** A text in the form in which it is judged, and what is known of it. */
export interface NormalizedText {
  readonly normalized: string
  /** Whether the text as given is known to have nothing but line breaks and characters that stand for themselves. */
  readonly isPlain: boolean
}

/**
 * The form in which a subject or text is measured, compared, stored and sent.
 *
 * NFC; every line break (CRLF, CR, LF, NEL, U+2028, U+2029) becomes LF, a TAB becomes a space; soft hyphens,
 * U+180E, U+200B, U+2060 and U+FEFF go; outer white space goes; a text of nothing but invisible characters
 * becomes empty. Joiners, variation selectors and direction marks stay. What is unsafe within the text stays, to be
 * refused as `UnsafeCharacter`. Normalising twice equals normalising once.
 *
 * Far beyond every limit less is done: a text that is left with more than 7,500 UTF-16 units is not composed, and one
 * of more than 100,000 is only trimmed. Never throws on a string.
 *
 * @since 0.1.0
 */
export function normalizeText(text: string): string {
  return normalizeClosely(text).normalized
}

/** Normalises as `normalizeText` does, and tells what it has seen. Nearly every text is plain, and done at once. */
export function normalizeClosely(text: string): NormalizedText {
  const trimmed = text.trim()
  if (trimmed.length > WORTHWHILE_UNITS) return { normalized: trimmed, isPlain: false }
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (isPlain(unified)) return { normalized: unified.trim(), isPlain: true }
  const cleaned = trimmed
    .replace(/[\u00AD\u180E\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .trim()
  if (!isVisible(cleaned)) return { normalized: '', isPlain: false }
  const normalized = cleaned.length > READABLE_UNITS ? cleaned : cleaned.normalize('NFC')
  return { normalized, isPlain: false }
}

function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/u.test(text)
}
