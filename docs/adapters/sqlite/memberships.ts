import type { MembershipRepository } from 'group-invitations'
import { type StandingRow, standingsIn } from '../shared/standings.js'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const rows = await findByLists<StandingRow>(
      database,
      `SELECT group_id, member_id, standing
         FROM memberships
        WHERE group_id IN (SELECT value FROM json_each(?1))
          AND member_id IN (SELECT value FROM json_each(?2))`,
      [groupIds, memberIds],
    )
    return standingsIn(rows)
  },

  async findGroupsOf(memberId) {
    const rows = await database.find<{ group_id: string }>(
      `SELECT group_id FROM memberships
        WHERE member_id = ?1 AND standing IN ('member', 'moderator') ORDER BY group_id`,
      memberId,
    )
    return rows.map(({ group_id }) => group_id)
  },
})
