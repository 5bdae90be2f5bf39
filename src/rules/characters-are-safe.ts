import type { Draft, GivenDraft } from '../model/invitation.js'
import { once } from '../text/once.js'

/**
 * The subject or the text has a character that could forge a header or deceive the reader. This library's own rule.
 *
 * Unsafe are control characters (C0, DEL, C1) except TAB and line breaks; bidirectional embeddings, overrides and
 * isolates; lone surrogates; and noncharacters. In the subject line breaks are unsafe too. The denial names the first
 * unsafe character, in the subject before the text.
 *
 * @since 0.1.0
 */
export interface UnsafeCharacter {
  readonly type: 'UnsafeCharacter'
  readonly field: 'subject' | 'text'
  /** The start of the character: a UTF-16 index into the field as given, before it is normalised. */
  readonly index: number
  /** The character as a number: 0x202E for U+202E. A lone surrogate is its own number. */
  readonly codePoint: number
}

/** Characters that deceive are denied, not silently removed. This library's own rule. */
export function charactersAreSafe(
  _draft: Draft,
  _facts: unknown,
  { given, isTextPlain }: GivenDraft,
): UnsafeCharacter | undefined {
  return (
    // Stryker disable next-line StringLiteral: the text that is put there is safe
    unsafeIn('subject', given.subject ?? '') ??
    (isTextPlain ? undefined : unsafeIn('text', given.text))
  )
}

const unsafe = {
  subject: once(
    () => /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<!\t)/u,
  ),
  text: once(
    () => /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<![\t\n\r\u0085])/u,
  ),
}

function unsafeIn(field: 'subject' | 'text', value: string): UnsafeCharacter | undefined {
  const index = value.search(unsafe[field]())
  const codePoint = value.codePointAt(index)
  return codePoint === undefined ? undefined : { type: 'UnsafeCharacter', field, index, codePoint }
}
