import { callsByName } from '../content/salutation.js'
import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The text does not begin with a salutation that names the recipient (D9).
 *
 * The first line that has a word must name the recipient: "Hallo zusammen" names nobody. A recipient without a usable
 * name demands no salutation.
 *
 * @since 0.1.0
 */
export interface SalutationMissing {
  readonly type: 'SalutationMissing'
  /** The names that would have counted, one word each, as the profile writes them: at least one. */
  readonly names: readonly string[]
}

/** An invitation begins with a personal salutation (D9). */
export function salutationIsPersonal(
  { text }: Draft,
  _facts: InvitationFacts,
  { names }: DraftAnalysis,
): SalutationMissing | undefined {
  if (names.length === 0 || callsByName(text, names)) return undefined
  return { type: 'SalutationMissing', names }
}
