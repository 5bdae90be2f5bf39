import type { MembershipRepository } from 'group-invitations'
import { type StandingRow, standingsIn } from '../shared/standings.js'
import type { Database } from './database.js'

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const { rows } = await database.query<StandingRow>(
      `SELECT group_id, member_id, standing
         FROM memberships
        WHERE group_id = ANY($1::text[]) AND member_id = ANY($2::text[])`,
      [groupIds, memberIds],
    )
    return standingsIn(rows)
  },

  async findGroupsOf(memberId) {
    const { rows } = await database.query<{ group_id: string }>(
      `SELECT group_id FROM memberships
        WHERE member_id = $1 AND standing IN ('member', 'moderator') ORDER BY group_id`,
      [memberId],
    )
    return rows.map(({ group_id }) => group_id)
  },
})
