import type { InvitationCandidate } from '../model/invitation.js'
import { belongs } from '../model/member.js'
import type { CandidateFacts } from './facts.js'

/**
 * The recipient is already member or moderator of the group (D4).
 *
 * @since 0.1.0
 */
export interface AlreadyMember {
  readonly type: 'AlreadyMember'
}

/** Someone who is already in the group is not invited (D4). */
export function recipientIsNotMember(
  _candidate: InvitationCandidate,
  facts: CandidateFacts,
): AlreadyMember | undefined {
  return belongs(facts.recipientStanding) ? { type: 'AlreadyMember' } : undefined
}
