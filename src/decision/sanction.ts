import { isProhibitedCategory } from '../content/content-evidence.js'
import type { Denial } from '../rules/rule.js'
import { fieldOf } from '../validation/assert.js'

/**
 * A sanction of the network's rules: the immediate deletion of the sender's access (D12).
 *
 * @since 0.1.0
 */
export type Sanction = 'AccessDeletion'

/**
 * Returns the sanction that the network's rules provide for *sending* a denied message (D12); `undefined`: none.
 *
 * A denied message was not sent, so nothing follows from it automatically: the library never acts on a sanction, and a
 * person should decide. Pass denials, not advisories: the service has chosen to allow what is only advised.
 *
 * Prohibited content has the sanction only if evidence of multi-level marketing or spam is itself sure: evidence of another
 * category never has it. There is also none for a text that resembles the text of only one other recipient, and for a
 * text of fewer than 12 words that was sent to many.
 *
 * @since 0.1.0
 */
export function sanctionFor(denial: Denial): Sanction | undefined {
  const isSanctioned =
    denial.type === 'MassMessage'
      ? fieldOf(denial, 'similarCount') !== 1 && fieldOf(denial, 'isShort') !== true
      : denial.type === 'ProhibitedContent' && isSure(denial) && hasSureEvidence(denial)
  return isSanctioned ? 'AccessDeletion' : undefined
}

function hasSureEvidence(denial: Denial): boolean {
  const evidence = fieldOf(denial, 'evidence')
  return Array.isArray(evidence) && evidence.some(isSureOfTheNetwork)
}

function isSureOfTheNetwork(item: unknown): boolean {
  return isSure(item) && isProhibitedCategory(fieldOf(item, 'category'))
}

/** What says nothing of its certainty is sure. */
function isSure(item: unknown): boolean {
  return fieldOf(item, 'certainty') !== 'suspected'
}
