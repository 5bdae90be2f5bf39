import type { GroupId, MemberId, Standing } from 'group-invitations'
import type { InMemoryRepositories } from 'group-invitations/memory'

/**
 * A member joins by another way than an invitation: by an event, a course, an administrator.
 *
 * Nothing is written about their invitations into the group. What follows is derived at each look:
 *
 * - `received` hides them, and no message of theirs goes out any more (`AlreadyMember`).
 * - To the inviter they stay open: nobody has accepted.
 * - If the member leaves again before `repeatableAt`, they can still be accepted.
 *
 * Like an invitation, such a way lifts no ban and lowers nobody. In a database it is one guarded write, as in `admitting.ts`.
 */
export async function addToGroup(
  repositories: InMemoryRepositories,
  groupId: GroupId,
  memberId: MemberId,
): Promise<Standing> {
  const standings = await repositories.memberships.findStandings([groupId], [memberId])
  const before = standings.get(groupId)?.get(memberId)
  if (before !== undefined && before !== 'pending') return before
  repositories.setStanding(groupId, memberId, 'member')
  return 'member'
}
