import type { GroupRepository } from 'group-invitations'
import { type GroupRow, groupIn } from '../shared/network-rows.js'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

export const groupsIn = (database: Database): GroupRepository => ({
  async findGroups(groupIds) {
    const rows = await findByLists<GroupRow>(
      database,
      `SELECT group_id, name, url, admission FROM groups
        WHERE group_id IN (SELECT value FROM json_each(?1))`,
      [groupIds],
    )
    return new Map(rows.map((row) => [row.group_id, groupIn(row)]))
  },
})
