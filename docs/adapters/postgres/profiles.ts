import type { ProfileRepository } from 'group-invitations'
import { type MemberRow, profileIn } from '../shared/network-rows.js'
import type { Database } from './database.js'

/** The condition that a viewer may see a member; both are SQL. Without it, everybody sees everybody. */
export const isVisible = (member: string, viewer: string) => `NOT EXISTS (
    SELECT FROM blocks WHERE (member_id, blocked_id) IN ((${member}, ${viewer}), (${viewer}, ${member}))
  )`

// Who sees a member sees the whole profile. If yours has parts that only some may see, leave them out here.
export const profilesIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const { rows } = await database.query<MemberRow>(
      `SELECT member_id, display_name, given_name, family_name, locale, wants, haves, other, url
         FROM members
        WHERE member_id = ANY($1::text[]) AND ${isVisible('members.member_id', '$2')}`,
      [memberIds, viewerId],
    )
    return new Map(rows.map((row) => [row.member_id, profileIn(row)]))
  },
})
