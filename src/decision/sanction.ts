import { fieldOf } from '../validation/assert.js'
import type { Denial } from '../rules/rule.js'

/**
 * What the network's rules provide for: the immediate deletion of the sender's access (D12).
 *
 * @since 0.1.0
 */
export type Sanction = 'AccessDeletion'

/**
 * What the network's rules provide for who *sends* what was denied (D12); `undefined`: nothing.
 *
 * A refusal has sent nothing, so that nothing follows from it by itself: the library acts on no sanction, findings
 * carry none, and a person should decide. It is for denials. What stands among the advisories the service has chosen
 * not to refuse, and a text like that of one other recipient is no mass.
 *
 * @since 0.1.0
 */
export function sanctionFor(denial: Denial): Sanction | undefined {
  const isMass = denial.type === 'MassMessage' && fieldOf(denial, 'similarCount') !== 1
  return isMass || denial.type === 'ProhibitedContent' ? 'AccessDeletion' : undefined
}
