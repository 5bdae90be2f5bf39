import type { InvitationCandidate } from '../model/invitation.js'
import { belongs, type GroupId } from '../model/member.js'
import type { CandidateFacts } from './facts.js'

/**
 * The inviter is neither member nor moderator of the group (D3).
 *
 * Someone who has asked to join, or who is banned, may not invite.
 *
 * @since 0.1.0
 */
export interface InviterNotInGroup {
  readonly type: 'InviterNotInGroup'
  readonly groupId: GroupId
}

/** Members invite only into groups of which they are member or moderator (D3), Basic and Premium alike (D1). */
export function inviterIsInGroup(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): InviterNotInGroup | undefined {
  if (belongs(facts.inviterStanding)) return undefined
  return { type: 'InviterNotInGroup', groupId: candidate.groupId }
}
