import type { MembershipRepository } from 'group-invitations'
import { and, eq, inArray } from 'drizzle-orm'
import { standingsIn } from '../shared/standings.js'
import type { Database } from './database.js'
import { idIn, isOneOf } from './keys.js'
import { isCurrent, ROLES_INSIDE, standingOf } from './roles.js'
import { communityMembers } from './schema.js'

const { communityId, userId, role, state } = communityMembers

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const rows = await database
      .select({ group_id: idIn(communityId), member_id: idIn(userId), role, state })
      .from(communityMembers)
      .where(and(isCurrent, isOneOf(communityId, groupIds), isOneOf(userId, memberIds)))
    return standingsIn(
      rows.flatMap((row) => {
        const standing = standingOf(row)
        return standing ? [{ ...row, standing }] : []
      }),
    )
  },

  async findGroupsOf(memberId) {
    const rows = await database
      .select({ groupId: idIn(communityId) })
      .from(communityMembers)
      .where(
        and(
          isCurrent,
          isOneOf(userId, [memberId]),
          eq(state, 'active'),
          inArray(role, ROLES_INSIDE),
        ),
      )
      .orderBy(communityId)
    return rows.map(({ groupId }) => groupId)
  },
})
