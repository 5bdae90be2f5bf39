import type { MemberProfile, ProfileRepository } from 'group-invitations'
import type { Database } from './database.js'

export interface MemberRow {
  member_id: string
  display_name: string
  given_name: string | null
  family_name: string | null
  locale: string | null
  wants: string[]
  haves: string[]
  other: string[]
}

// Here everybody may see everything. Use the second parameter, the viewer, to return a shorter profile, or none.
export const profilesIn = (database: Database): ProfileRepository => ({
  async findProfiles(memberIds) {
    const { rows } = await database.query<MemberRow>(
      `SELECT member_id, display_name, given_name, family_name, locale, wants, haves, other
         FROM members
        WHERE member_id = ANY($1::text[])`,
      [memberIds],
    )
    return new Map(rows.map((row) => [row.member_id, profileIn(row)]))
  },
})

export const profileIn = (row: MemberRow): MemberProfile => ({
  displayName: row.display_name,
  givenName: row.given_name ?? undefined,
  familyName: row.family_name ?? undefined,
  locale: row.locale ?? undefined,
  wants: row.wants,
  haves: row.haves,
  other: row.other,
})
