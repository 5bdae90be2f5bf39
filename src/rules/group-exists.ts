import type { InvitationCandidate } from '../model/invitation.js'
import type { GroupId } from '../model/member.js'
import type { CandidateFacts } from './facts.js'

/**
 * There is no such group, or it was deleted or archived. This library's own rule.
 *
 * @since 0.1.0
 */
export interface GroupNotFound {
  readonly type: 'GroupNotFound'
  readonly groupId: GroupId
}

/** Members are invited only into a group that exists, even if memberships are left over. This library's own rule. */
export function groupExists(
  { groupId }: InvitationCandidate,
  facts: CandidateFacts,
): GroupNotFound | undefined {
  return facts.group === undefined ? { type: 'GroupNotFound', groupId } : undefined
}
