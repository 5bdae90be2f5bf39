import { READABLE_UNITS } from './limits.js'
import { isPlain } from './plain.js'

const invisible = /[\u00AD\u180E\u200B\u2060\uFEFF]/g
const lineBreak = /\r\n|[\r\u0085\u2028\u2029]/g
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * The form in which a subject or text is measured, compared, stored and sent.
 *
 * NFC; every line break (CRLF, CR, LF, NEL, U+2028, U+2029) becomes LF, a TAB becomes a space; soft hyphens,
 * U+180E, U+200B, U+2060 and U+FEFF go; outer white space goes; a text of nothing but invisible characters
 * becomes empty. Joiners, variation selectors and direction marks stay. Nothing unsafe is removed: that is
 * refused, as `UnsafeCharacter`. Normalising twice equals normalising once.
 *
 * A text of more than 7,500 UTF-16 units, which no form of it could make short enough, is only trimmed.
 */
export function normalizeText(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length > READABLE_UNITS || isPlain(trimmed)) return trimmed
  const normalized = trimmed
    .replace(invisible, '')
    .replace(lineBreak, '\n')
    .replaceAll('\t', ' ')
    .trim()
    .normalize('NFC')
  return visible.test(normalized) ? normalized : ''
}
