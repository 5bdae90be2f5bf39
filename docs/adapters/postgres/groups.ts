import type { GroupRepository } from 'group-invitations'
import type { Database } from './database.js'

export const groupsIn = (database: Database): GroupRepository => ({
  async findGroups(groupIds) {
    const { rows } = await database.query<{ group_id: string; name: string; url: string | null }>(
      'SELECT group_id, name, url FROM groups WHERE group_id = ANY($1::text[])',
      [groupIds],
    )
    return new Map(
      rows.map(({ group_id, name, url }) => [group_id, { name, url: url ?? undefined }]),
    )
  },
})
