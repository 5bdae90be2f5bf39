import type { CandidateFacts } from './facts.js'
import type { InvitationCandidate } from '../model/invitation.js'
import { belongs, type GroupId } from '../model/member.js'

/**
 * The inviter is neither member nor moderator of the group (D3).
 *
 * @since 0.1.0
 */
export interface InviterNotInGroup {
  readonly type: 'InviterNotInGroup'
  readonly groupId: GroupId
}

/**
 * One may invite only into groups in which one is oneself member or moderator (D3).
 *
 * Whoever has merely asked to join, is banned, or has no standing may not. What somebody pays for their
 * membership of the network plays no part (D1).
 */
export function inviterIsInGroup(
  candidate: InvitationCandidate,
  facts: CandidateFacts,
): InviterNotInGroup | undefined {
  if (belongs(facts.inviterStanding)) return undefined
  return { type: 'InviterNotInGroup', groupId: candidate.groupId }
}
