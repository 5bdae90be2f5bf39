import { entriesOf } from '../content/profile-entries.js'
import type { InvitationFacts } from './facts.js'
import type { InvitationRequest, ProfileReference } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * The text does not refer to the recipient's profile (D10).
 *
 * @since 0.1.0
 */
export interface ProfileReferenceMissing {
  readonly type: 'ProfileReferenceMissing'
  /** The profile's entries, of which one would have counted: at least one. */
  readonly entries: readonly ProfileReference[]
}

/**
 * There is a clear reference to the recipient's profile (D10).
 *
 * One entry of any field is enough. Silent where the profile has no entries.
 */
export function profileIsMentioned(
  _request: InvitationRequest,
  { recipientProfile }: InvitationFacts,
  { mentions }: DraftAnalysis,
): ProfileReferenceMissing | undefined {
  const entries = recipientProfile ? entriesOf(recipientProfile) : []
  if (entries.length === 0 || mentions.length > 0) return undefined
  return { type: 'ProfileReferenceMissing', entries }
}
