import type { Certainty } from '../content/certainty.js'
import { type DraftPlace, findInDraft } from '../content/draft-place.js'
import { findMissingName, findSlot } from '../content/placeholders.js'
import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The draft has a placeholder that was not filled in (D9).
 *
 * Placeholders are what mail merges leave behind: `{name}`, `%VORNAME%`, "Hallo null", "Sehr geehrte/r Frau/Herr ,".
 * Single square brackets count only with the name of a slot inside. The denial names the first one, in the subject
 * before the text.
 *
 * @since 0.1.0
 */
export interface UnfilledPlaceholder extends DraftPlace {
  readonly type: 'UnfilledPlaceholder'
  /** As written in the draft: `{name}`, `Herr ,`. */
  readonly placeholder: string
  readonly certainty: Certainty
}

/** A personal message has no gaps (D9). */
export function placeholdersAreFilled(
  draft: Draft,
  _facts: InvitationFacts,
  { names }: DraftAnalysis,
): UnfilledPlaceholder | undefined {
  const found = findInDraft(draft, findSlot) ?? findMissingName(draft.text, names)
  return found && { type: 'UnfilledPlaceholder', ...found }
}
