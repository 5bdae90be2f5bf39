import type { MembershipRepository, Standing } from 'group-invitations'
import type { Database } from './database.js'

export const membershipsIn = (database: Database): MembershipRepository => ({
  async findStandings(groupIds, memberIds) {
    const { rows } = await database.query<{
      group_id: string
      member_id: string
      standing: Standing
    }>(
      `SELECT group_id, member_id, standing
         FROM memberships
        WHERE group_id = ANY($1::text[]) AND member_id = ANY($2::text[])`,
      [groupIds, memberIds],
    )
    const standings = new Map<string, Map<string, Standing>>()
    for (const { group_id, member_id, standing } of rows) {
      const inGroup = standings.get(group_id) ?? new Map<string, Standing>()
      standings.set(group_id, inGroup.set(member_id, standing))
    }
    return standings
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
