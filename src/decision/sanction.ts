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
 * person should decide. Pass denials, not advisories: the service has chosen to allow what is only advised. There is no
 * sanction for a text that resembles the text of only one other recipient, for a text of fewer than 12 words that was
 * sent to many, and for prohibited content that is only suspected.
 *
 * @since 0.1.0
 */
export function sanctionFor(denial: Denial): Sanction | undefined {
  const isSanctioned =
    denial.type === 'MassMessage'
      ? fieldOf(denial, 'similarCount') !== 1 && fieldOf(denial, 'isShort') !== true
      : denial.type === 'ProhibitedContent' && fieldOf(denial, 'certainty') !== 'suspected'
  return isSanctioned ? 'AccessDeletion' : undefined
}
