import { inArray } from 'drizzle-orm'
import type { GroupRepository } from 'group-invitations'
import { groupIn } from '../shared/network-rows.js'
import type { Database } from './database.js'
import { groups } from './schema.js'

export const groupsIn = (database: Database): GroupRepository => ({
  async findGroups(groupIds) {
    const rows = await database.select().from(groups).where(inArray(groups.group_id, groupIds))
    return new Map(rows.map((row) => [row.group_id, groupIn(row)]))
  },
})
