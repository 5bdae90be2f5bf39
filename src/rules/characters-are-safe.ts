import type { Draft } from '../model/invitation.js'
import type { GivenDraft } from './draft-analysis.js'

/**
 * The subject or the text has a character that could forge a header, or what the reader sees. This library's own rule.
 *
 * @since 0.1.0
 */
export interface UnsafeCharacter {
  readonly type: 'UnsafeCharacter'
  readonly field: 'subject' | 'text'
  /** Where the character begins: a UTF-16 index into the field as it was given, before normalising. */
  readonly index: number
  /** The character as a number: 0x202E for U+202E; of a lone surrogate that of the surrogate. */
  readonly codePoint: number
}

/**
 * Characters that deceive are refused, not silently removed. This library's own rule.
 *
 * They are control characters (C0, DEL, C1) other than TAB and line breaks, in the subject line breaks too;
 * bidirectional embeddings, overrides and isolates; lone surrogates; noncharacters. The first one is told, the
 * subject's before the text's.
 */
export function charactersAreSafe(
  _draft: Draft,
  _facts: unknown,
  { given, isTextPlain }: GivenDraft,
): UnsafeCharacter | undefined {
  return (
    unsafeIn('subject', given.subject ?? '') ??
    (isTextPlain ? undefined : unsafeIn('text', given.text))
  )
}

function unsafeIn(field: 'subject' | 'text', value: string): UnsafeCharacter | undefined {
  const index = value.search(
    field === 'subject'
      ? /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<!\t)/u
      : /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<![\t\n\r\u0085])/u,
  )
  const codePoint = value.codePointAt(index)
  return codePoint === undefined ? undefined : { type: 'UnsafeCharacter', field, index, codePoint }
}
