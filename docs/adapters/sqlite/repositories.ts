import type { Group, MemberProfile, OptOut, Repositories, Standing } from 'group-invitations'
import { answersIn } from './answers.js'
import { type Database, rowsOf } from './database.js'
import { invitationsIn } from './invitations.js'

/** All seven repositories over the tables of `schema.sql`. Lists of any length are one parameter, as JSON. */
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
    answers: answersIn(database),
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

interface OptOutRow {
  member_id: string
  scope: 'all' | 'inviter' | 'group'
  scope_id: string
}

function preferencesIn(database: Database): Repositories['preferences'] {
  const findOptOuts = database.prepare(
    `SELECT * FROM opt_outs WHERE member_id IN (SELECT value FROM json_each(?)) AND (scope = 'all'
         OR (scope = 'inviter' AND scope_id IN (SELECT value FROM json_each(?)))
         OR (scope = 'group' AND scope_id IN (SELECT value FROM json_each(?))))`,
  )
  const add = database.prepare(
    'INSERT OR IGNORE INTO opt_outs (member_id, scope, scope_id) VALUES (?, ?, ?)',
  )
  const end = database.prepare(
    'DELETE FROM opt_outs WHERE member_id = ? AND scope = ? AND scope_id = ?',
  )
  const optOutIn = ({ scope, scope_id }: OptOutRow): OptOut => {
    if (scope === 'all') return scope
    return scope === 'inviter' ? { inviterId: scope_id } : { groupId: scope_id }
  }
  const scopeOf = (optOut: OptOut): [scope: OptOutRow['scope'], scopeId: string] => {
    if (optOut === 'all') return [optOut, '']
    return 'inviterId' in optOut ? ['inviter', optOut.inviterId] : ['group', optOut.groupId]
  }
  return {
    findOptOuts(...ids) {
      const optOuts = new Map<string, OptOut[]>()
      for (const row of rowsOf<OptOutRow>(
        findOptOuts,
        ...ids.map((list) => JSON.stringify(list)),
      )) {
        optOuts.set(row.member_id, [...(optOuts.get(row.member_id) ?? []), optOutIn(row)])
      }
      return optOuts
    },
    setOptOut(memberId, optOut, isOut) {
      const statement = isOut ? add : end
      statement.run(memberId, ...scopeOf(optOut))
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

interface GroupRow {
  group_id: string
  name: string
  url: string | null
  admission: NonNullable<Group['admission']> | null
}

function groupsIn(database: Database): Repositories['groups'] {
  const findGroups = database.prepare(
    'SELECT * FROM groups WHERE group_id IN (SELECT value FROM json_each(?))',
  )
  return {
    findGroups: (groupIds) =>
      new Map(
        rowsOf<GroupRow>(findGroups, JSON.stringify(groupIds)).map((row) => [
          row.group_id,
          { name: row.name, url: row.url ?? undefined, admission: row.admission ?? undefined },
        ]),
      ),
  }
}
