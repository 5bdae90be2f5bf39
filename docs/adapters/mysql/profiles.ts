import type { ProfileRepository } from 'group-invitations'
import { type MemberRow, profileIn } from '../shared/network-rows.js'
import type { Database } from './database.js'
import { listed } from './lists.js'

// Who sees a member sees the whole profile. If yours has parts that only some may see, leave them out here.
export const profilesIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const rows = await database.find<MemberRow>(
      `SELECT member_id, display_name, given_name, family_name, locale, wants, haves, other, url
         FROM members
        WHERE member_id IN (?)
          AND NOT EXISTS (SELECT 1 FROM blocks
                           WHERE blocks.member_id = members.member_id AND blocked_id = ?)
          AND NOT EXISTS (SELECT 1 FROM blocks
                           WHERE blocks.member_id = ? AND blocked_id = members.member_id)`,
      [listed(memberIds), viewerId, viewerId],
    )
    return new Map(rows.map((row) => [row.member_id, profileIn(row)]))
  },
})
