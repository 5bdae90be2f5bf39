import { type DraftPlace, findInDraft } from '../content/draft-place.js'
import { findMissingName, findSlot } from '../content/placeholders.js'
import type { InvitationFacts } from './facts.js'
import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * Something in the draft was to be filled in, and is not (D9).
 *
 * @since 0.1.0
 */
export interface UnfilledPlaceholder extends DraftPlace {
  readonly type: 'UnfilledPlaceholder'
  /** As it stands there: `{name}`, `Herr ,`. */
  readonly placeholder: string
}

/**
 * What is personalised has no gaps (D9).
 *
 * A placeholder is what mail merges leave behind: `{name}`, `%VORNAME%`, "Hallo null", "Sehr geehrte/r Frau/Herr ,".
 * Brackets count only with a slot's name inside. The first one is told, the subject's before the text's.
 */
export function placeholdersAreFilled(
  draft: Draft,
  _facts: InvitationFacts,
  { names }: DraftAnalysis,
): UnfilledPlaceholder | undefined {
  const found = findInDraft(draft, findSlot) ?? findMissingName(draft.text, names)
  return found && { type: 'UnfilledPlaceholder', ...found }
}
