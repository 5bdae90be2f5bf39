import type { Draft, GivenDraft } from '../model/invitation.js'

/**
 * The subject or the text has a character that could forge a header or deceive the reader. This library's own rule.
 *
 * @since 0.1.0
 */
export interface UnsafeCharacter {
  readonly type: 'UnsafeCharacter'
  readonly field: 'subject' | 'text'
  /** The start of the character: a UTF-16 index into the field as it was given, before normalising. */
  readonly index: number
  /** The character as a number: 0x202E for U+202E. A lone surrogate is its own number. */
  readonly codePoint: number
}

/**
 * Characters that deceive are denied, not silently removed. This library's own rule.
 *
 * These are control characters (C0, DEL, C1) except TAB and line breaks, in the subject also line breaks; bidirectional
 * embeddings, overrides and isolates; lone surrogates; noncharacters. The denial names the first one, the subject's
 * before the text's.
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
