import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'

/**
 * The recipient was to be invited from the group and is no direct contact of the inviter (D2).
 *
 * @since 0.1.0
 */
export interface NotADirectContact {
  readonly type: 'NotADirectContact'
}

/** From the group one invites direct contacts only; from a profile anybody, no confirmed contact is needed (D2). */
export function recipientIsDirectContact(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): NotADirectContact | undefined {
  if (candidate.route === 'profile' || facts.areDirectContacts) return undefined
  return { type: 'NotADirectContact' }
}
