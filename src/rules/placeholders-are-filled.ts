import type { Certainty } from '../content/certainty.js'
import type { DraftPlace } from '../content/draft-place.js'
import { findMissingName, findSlot } from '../content/placeholders.js'
import type { Draft } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The draft has a placeholder that was not filled in (D9).
 *
 * Placeholders are what mail merges and templates leave behind: `{name}`, `%VORNAME%`, "Hallo null",
 * "Sehr geehrte/r Frau/Herr ,". The denial names the first one that is sure, in the subject before the text. If none is
 * sure, it names the first one that is suspected.
 *
 * @since 0.1.0
 */
export interface UnfilledPlaceholder extends DraftPlace {
  readonly type: 'UnfilledPlaceholder'
  /** As written in the draft: `{name}`, `Herr ,`. */
  readonly placeholder: string
  /** `suspected`: people write such signs for other reasons too, as in "[netto]". */
  readonly certainty: Certainty
}

/** A personal message has no gaps (D9). */
export function placeholdersAreFilled(
  { subject, text }: Draft,
  _facts: InvitationFacts,
  { names, isCalledByName }: DraftAnalysis,
): UnfilledPlaceholder | undefined {
  const found = [
    subject === undefined ? undefined : slotInSubject(subject, names),
    isCalledByName ? undefined : findMissingName(text, names),
    findSlot(text, names),
  ].filter((placeholder) => placeholder !== undefined)
  const first = found.find(({ certainty }) => certainty === 'sure') ?? found[0]
  return first && { type: 'UnfilledPlaceholder', ...first }
}

/** A subject may begin with a tag: "[Termin] Stammtisch". */
function slotInSubject(subject: string, names: readonly string[]) {
  const slot = findSlot(subject, names)
  if (slot === undefined) return undefined
  const isTag = slot.index === 0 && slot.placeholder.startsWith('[')
  return { ...slot, field: 'subject' as const, ...(isTag && { certainty: 'suspected' as const }) }
}
