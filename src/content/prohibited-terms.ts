import type { Certainty } from './certainty.js'
import type { ProhibitedCategory } from './content-evidence.js'

/**
 * A term that is typical of prohibited content (D12).
 *
 * @since 0.1.0
 */
export interface ProhibitedTerm {
  /**
   * A word or a phrase, in any case and spelling of umlauts.
   *
   * A hyphen is a space. A `*` behind three letters or more stands for any ending, or none: `passiv* einkommen*`. A
   * phrase is also found if it is written as one word, unless a `*` stands before its last word.
   */
  readonly term: string
  readonly category: ProhibitedCategory
  /**
   * `suspected`: the term is one witness, and only two are sure. `sure`, or absent: the term is enough on its own.
   */
  readonly certainty?: Certainty | undefined
}
