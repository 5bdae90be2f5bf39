import type { ProfileRepository } from 'group-invitations'
import { type MemberRow, profileIn } from '../shared/network-rows.js'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

/** The lists are JSON. */
type StoredRow = Omit<MemberRow, 'wants' | 'haves' | 'other'> &
  Readonly<Record<'wants' | 'haves' | 'other', string>>

// Our own code has written them as such.
const entriesIn = (json: string) => JSON.parse(json) as string[]

export const profilesIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds, viewerId) {
    const rows = await findByLists<StoredRow>(
      database,
      `SELECT member_id, display_name, given_name, family_name, locale, wants, haves, other, url
         FROM members
        WHERE member_id IN (SELECT value FROM json_each(?1))
          AND NOT EXISTS (
            SELECT 1 FROM blocks
             WHERE (blocks.member_id = members.member_id AND blocked_id = ?2)
                OR (blocks.member_id = ?2 AND blocked_id = members.member_id))`,
      [memberIds],
      viewerId,
    )
    return new Map(rows.map((row) => [row.member_id, profileIn(withEntries(row))]))
  },
})

const withEntries = (row: StoredRow): MemberRow => ({
  ...row,
  wants: entriesIn(row.wants),
  haves: entriesIn(row.haves),
  other: entriesIn(row.other),
})
