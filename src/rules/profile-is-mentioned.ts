import { entriesOf } from '../content/profile-entries.js'
import type { InvitationRequest, ProfileReference } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The invitation does not refer to the recipient's profile (D10).
 *
 * A mention of one entry of any field is enough. A profile without entries demands none.
 *
 * @since 0.1.0
 */
export interface ProfileReferenceMissing {
  readonly type: 'ProfileReferenceMissing'
  /** All entries of the profile: at least one. */
  readonly entries: readonly ProfileReference[]
}

/** An invitation clearly refers to the recipient's profile (D10). */
export function profileIsMentioned(
  _request: InvitationRequest,
  { recipientProfile }: InvitationFacts,
  { mentions }: DraftAnalysis,
): ProfileReferenceMissing | undefined {
  if (mentions.length > 0) return undefined
  const entries = recipientProfile ? entriesOf(recipientProfile) : []
  return entries.length === 0 ? undefined : { type: 'ProfileReferenceMissing', entries }
}
