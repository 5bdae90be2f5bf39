import type { InvitationCandidate, Route } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'

/**
 * The recipients and groups to be judged for one inviter: each recipient for each group.
 *
 * @since 0.1.0
 */
export interface Candidates {
  readonly inviterId: MemberId
  /** Each once. They may include members who do not exist. */
  readonly recipientIds: readonly MemberId[]
  /** Each once. They may include groups that do not exist. */
  readonly groupIds: readonly GroupId[]
  readonly route: Route
}

/** The candidates of one invitation. */
export function candidatesOf(candidate: InvitationCandidate): Candidates {
  const { inviterId, recipientId, groupId, route } = candidate
  return { inviterId, recipientIds: [recipientId], groupIds: [groupId], route }
}
