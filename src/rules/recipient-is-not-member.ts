import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { belongs } from '../model/member.js'

/**
 * The recipient is member or moderator of the group (D4).
 *
 * @since 0.1.0
 */
export interface AlreadyMember {
  readonly type: 'AlreadyMember'
}

/** It is checked beforehand whether the recipient is a group member already (D4). */
export function recipientIsNotMember(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): AlreadyMember | undefined {
  return belongs(facts.recipientStanding) ? { type: 'AlreadyMember' } : undefined
}
