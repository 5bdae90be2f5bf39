import type { InvitationCandidate } from '../model/invitation.js'
import type { CandidateFacts } from './facts.js'

/**
 * The route is `group`, and the recipient is not a direct contact of the inviter (D2).
 *
 * @since 0.1.0
 */
export interface NotADirectContact {
  readonly type: 'NotADirectContact'
}

/** From a group, members invite only their direct contacts; from a profile, anybody (D2). */
export function recipientIsDirectContact(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): NotADirectContact | undefined {
  if (candidate.route === 'profile' || facts.areDirectContacts) return undefined
  return { type: 'NotADirectContact' }
}
