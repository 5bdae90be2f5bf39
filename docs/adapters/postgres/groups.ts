import type { Group, GroupRepository } from 'group-invitations'
import type { Database } from './database.js'

export interface GroupRow {
  group_id: string
  name: string
  url: string | null
  admission: 'open' | 'approval' | null
}

export const groupsIn = (database: Database): GroupRepository => ({
  async findGroups(groupIds) {
    const { rows } = await database.query<GroupRow>(
      'SELECT group_id, name, url, admission FROM groups WHERE group_id = ANY($1::text[])',
      [groupIds],
    )
    return new Map(rows.map((row) => [row.group_id, groupIn(row)]))
  },
})

export const groupIn = ({ name, url, admission }: GroupRow): Group => ({
  name,
  url: url ?? undefined,
  admission: admission ?? undefined,
})
