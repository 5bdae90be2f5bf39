import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The text does not begin with a salutation that names the recipient (D9).
 *
 * One of the first four lines that have a word must call the recipient, within its first 80 UTF-16 units. "Hallo
 * zusammen" calls nobody, and "Frau Koch hat mir geschrieben" calls no Frau Koch. A recipient without a usable name
 * demands no salutation.
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
  _draft: Draft,
  _facts: InvitationFacts,
  { names, isCalledByName }: DraftAnalysis,
): SalutationMissing | undefined {
  return names.length === 0 || isCalledByName ? undefined : { type: 'SalutationMissing', names }
}
