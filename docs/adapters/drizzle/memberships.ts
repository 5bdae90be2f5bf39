import { and, eq, inArray } from 'drizzle-orm'
import type { MembershipRepository } from 'group-invitations'
import { standingsIn } from '../shared/standings.js'
import type { Database } from './database.js'
import { memberships } from './schema.js'

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const rows = await database
      .select()
      .from(memberships)
      .where(
        and(inArray(memberships.group_id, groupIds), inArray(memberships.member_id, memberIds)),
      )
    return standingsIn(rows)
  },

  async findGroupsOf(memberId) {
    const rows = await database
      .select({ group_id: memberships.group_id })
      .from(memberships)
      .where(
        and(
          eq(memberships.member_id, memberId),
          inArray(memberships.standing, ['member', 'moderator']),
        ),
      )
      .orderBy(memberships.group_id)
    return rows.map(({ group_id }) => group_id)
  },
})
