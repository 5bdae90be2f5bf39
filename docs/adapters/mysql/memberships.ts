import type { MembershipRepository } from 'group-invitations'
import { type StandingRow, standingsIn } from '../shared/standings.js'
import type { Database } from './database.js'
import { listed } from './lists.js'

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const rows = await database.find<StandingRow>(
      `SELECT group_id, member_id, standing
         FROM memberships
        WHERE group_id IN (?) AND member_id IN (?)`,
      [listed(groupIds), listed(memberIds)],
    )
    return standingsIn(rows)
  },

  async findGroupsOf(memberId) {
    const rows = await database.find<{ group_id: string }>(
      `SELECT group_id FROM memberships
        WHERE member_id = ? AND standing IN ('member', 'moderator') ORDER BY group_id`,
      [memberId],
    )
    return rows.map(({ group_id }) => group_id)
  },
})
