/**
 * How a language is written.
 *
 * @since 0.1.0
 */
export interface Writing {
  /** The language as a BCP 47 tag, such as `de`. It marks the texts, and `Intl` formats by it. */
  readonly locale: string
  /** The direction of the script: from left to right, or from right to left. */
  readonly direction: 'ltr' | 'rtl'
  /** The marks of a quotation, here and in the templates of `mail`. Between them, words of members have other marks. */
  readonly quotationMarks: readonly [opening: string, closing: string]
}
