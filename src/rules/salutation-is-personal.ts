import { callsByName } from '../content/salutation.js'
import type { InvitationFacts } from './facts.js'
import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * The text does not begin with a salutation that names the recipient (D9).
 *
 * @since 0.1.0
 */
export interface SalutationMissing {
  readonly type: 'SalutationMissing'
  /** The names of which one would have counted, one word each, as the profile writes them: at least one. */
  readonly names: readonly string[]
}

/**
 * An invitation begins with a personal salutation (D9).
 *
 * Its first line with a word names the recipient. "Hallo zusammen" names nobody. Silent where the recipient has no
 * usable name.
 */
export function salutationIsPersonal(
  { text }: Draft,
  _facts: InvitationFacts,
  { names }: DraftAnalysis,
): SalutationMissing | undefined {
  if (names.length === 0 || callsByName(text, names)) return undefined
  return { type: 'SalutationMissing', names }
}
