import type { Group, MemberProfile } from 'group-invitations'

export interface MemberRow {
  member_id: string
  display_name: string
  given_name: string | null
  family_name: string | null
  locale: string | null
  wants: string[]
  haves: string[]
  other: string[]
  url: string | null
}

export const profileIn = (row: MemberRow): MemberProfile => ({
  displayName: row.display_name,
  givenName: row.given_name ?? undefined,
  familyName: row.family_name ?? undefined,
  locale: row.locale ?? undefined,
  wants: row.wants,
  haves: row.haves,
  other: row.other,
  url: row.url ?? undefined,
})

export interface GroupRow {
  group_id: string
  name: string
  url: string | null
  admission: 'open' | 'approval' | null
}

export const groupIn = ({ name, url, admission }: GroupRow): Group => ({
  name,
  url: url ?? undefined,
  admission: admission ?? undefined,
})
