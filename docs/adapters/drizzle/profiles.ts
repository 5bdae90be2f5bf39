import { and, eq, inArray, notExists, or } from 'drizzle-orm'
import type { ProfileRepository } from 'group-invitations'
import { profileIn } from '../shared/network-rows.js'
import type { Database } from './database.js'
import { blocks, members } from './schema.js'

// Who sees a member sees the whole profile. If yours has parts that only some may see, leave them out here.
export const profilesIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const block = database
      .select({ member_id: blocks.member_id })
      .from(blocks)
      .where(
        or(
          and(eq(blocks.member_id, members.member_id), eq(blocks.blocked_id, viewerId)),
          and(eq(blocks.member_id, viewerId), eq(blocks.blocked_id, members.member_id)),
        ),
      )
    const rows = await database
      .select()
      .from(members)
      .where(and(inArray(members.member_id, memberIds), notExists(block)))
    return new Map(rows.map((row) => [row.member_id, profileIn(row)]))
  },
})
