import type { MemberProfile, Repositories, Standing } from 'group-invitations'
import { type Database, rowsOf } from './database.js'
import { invitationsIn } from './invitations.js'

/** All six repositories over the tables of `schema.sql`. Lists of any length are one parameter, as JSON. */
export function repositoriesIn(database: Database): Repositories {
  // Waits while other processes write, for 5 seconds at most.
  database.exec('PRAGMA busy_timeout = 5000')
  return {
    memberships: membershipsIn(database),
    profiles: profilesIn(database),
    preferences: preferencesIn(database),
    contacts: contactsIn(database),
    groups: groupsIn(database),
    invitations: invitationsIn(database),
  }
}

function membershipsIn(database: Database): Repositories['memberships'] {
  const findStandings = database.prepare(
    `SELECT group_id, member_id, standing FROM memberships
      WHERE group_id IN (SELECT value FROM json_each(?)) AND member_id IN (SELECT value FROM json_each(?))`,
  )
  const findGroupsOf = database.prepare(
    `SELECT group_id FROM memberships
      WHERE member_id = ? AND standing IN ('member', 'moderator') ORDER BY group_id`,
  )
  return {
    findStandings(groupIds, memberIds) {
      const standings = new Map<string, Map<string, Standing>>()
      for (const { group_id, member_id, standing } of rowsOf<{
        group_id: string
        member_id: string
        standing: Standing
      }>(findStandings, JSON.stringify(groupIds), JSON.stringify(memberIds))) {
        const inGroup = standings.get(group_id) ?? new Map<string, Standing>()
        standings.set(group_id, inGroup.set(member_id, standing))
      }
      return standings
    },
    findGroupsOf: (memberId) =>
      rowsOf<{ group_id: string }>(findGroupsOf, memberId).map(({ group_id }) => group_id),
  }
}

interface MemberRow {
  member_id: string
  display_name: string
  given_name: string | null
  family_name: string | null
  locale: string | null
  wants: string
  haves: string
  other: string
  url: string | null
}

function profilesIn(database: Database): Repositories['profiles'] {
  const findProfiles = database.prepare(
    `SELECT * FROM members WHERE member_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
       SELECT * FROM blocks WHERE (blocks.member_id = members.member_id AND blocked_id = ?)
                               OR (blocks.member_id = ? AND blocked_id = members.member_id))`,
  )
  const entriesIn = (json: string) => JSON.parse(json) as string[]
  const profileIn = (row: MemberRow): MemberProfile => ({
    displayName: row.display_name,
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
    locale: row.locale ?? undefined,
    wants: entriesIn(row.wants),
    haves: entriesIn(row.haves),
    other: entriesIn(row.other),
    url: row.url ?? undefined,
  })
  return {
    findProfiles(memberIds, viewerId) {
      const rows = rowsOf<MemberRow>(findProfiles, JSON.stringify(memberIds), viewerId, viewerId)
      return new Map(rows.map((row) => [row.member_id, profileIn(row)]))
    },
  }
}

function preferencesIn(database: Database): Repositories['preferences'] {
  const findOptedOut = database.prepare(
    'SELECT member_id FROM opt_outs WHERE member_id IN (SELECT value FROM json_each(?))',
  )
  const optOut = database.prepare('INSERT OR IGNORE INTO opt_outs (member_id) VALUES (?)')
  const optIn = database.prepare('DELETE FROM opt_outs WHERE member_id = ?')
  return {
    findOptedOut: (memberIds) =>
      new Set(
        rowsOf<{ member_id: string }>(findOptedOut, JSON.stringify(memberIds)).map(
          ({ member_id }) => member_id,
        ),
      ),
    setOptedOut(memberId, optedOut) {
      if (optedOut) optOut.run(memberId)
      else optIn.run(memberId)
    },
  }
}

function contactsIn(database: Database): Repositories['contacts'] {
  const findContactsAmong = database.prepare(
    `SELECT contact_id FROM contacts
      WHERE member_id = ? AND contact_id IN (SELECT value FROM json_each(?))`,
  )
  const findContactsOf = database.prepare(
    'SELECT contact_id FROM contacts WHERE member_id = ? ORDER BY contact_id',
  )
  const idsIn = (rows: { contact_id: string }[]) => rows.map(({ contact_id }) => contact_id)
  return {
    findContactsAmong: (memberId, candidateIds) =>
      new Set(idsIn(rowsOf(findContactsAmong, memberId, JSON.stringify(candidateIds)))),
    findContactsOf: (memberId) => idsIn(rowsOf(findContactsOf, memberId)),
  }
}

function groupsIn(database: Database): Repositories['groups'] {
  const findGroups = database.prepare(
    'SELECT group_id, name, url FROM groups WHERE group_id IN (SELECT value FROM json_each(?))',
  )
  return {
    findGroups: (groupIds) =>
      new Map(
        rowsOf<{ group_id: string; name: string; url: string | null }>(
          findGroups,
          JSON.stringify(groupIds),
        ).map(({ group_id, name, url }) => [group_id, { name, url: url ?? undefined }]),
      ),
  }
}
