import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Standing } from 'group-invitations'
import type { SeedNetwork } from 'group-invitations/testing'
import { afterEach, beforeEach } from 'vitest'
import { optOutRowsOf } from './opt-out-rows.js'
import { type Database, rowsOf, type Value } from '../../docs/adapters/sqlite/database.js'

/** The statements that make the adapter's tables. */
export const SCHEMA = readFileSync(
  new URL('../../docs/adapters/sqlite/schema.sql', import.meta.url),
  'utf8',
)

export type OpenDatabase = new (file: string) => Database & { close(): void }

/** What opens a database; `undefined`: SQLite comes with Node 22, and this is an earlier one. */
export async function sqlite(): Promise<OpenDatabase | undefined> {
  // Checks the version, so that a Node that should have the module, and does not, fails.
  if (Number(process.versions.node.split('.')[0]) < 22) return undefined
  const name = 'node:sqlite'
  const module = (await import(/* @vite-ignore */ name)) as { DatabaseSync: OpenDatabase }
  return module.DatabaseSync
}

/** A new database for each test, in a folder of its own. Without SQLite there is none, and the tests are skipped. */
export function databaseForEachTest(DatabaseSync: OpenDatabase | undefined) {
  const opened = {} as {
    folder: string
    file: string
    database: InstanceType<OpenDatabase>
  }
  beforeEach(() => {
    if (!DatabaseSync) return
    opened.folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
    opened.file = join(opened.folder, 'network.db')
    opened.database = new DatabaseSync(opened.file)
    opened.database.exec(SCHEMA)
  })
  afterEach(() => {
    if (!DatabaseSync) return
    opened.database.close()
    rmSync(opened.folder, { recursive: true })
  })
  return opened
}

/** The columns of a change, of an invitation without one. */
const OPEN = [null, null, null, null]

/** Writes a network into the tables. */
export function seed(database: Database, network: SeedNetwork): void {
  const { members, groups, contacts, blocks = [], invitations } = network
  const fill = (table: string, rows: readonly (readonly (Value | undefined)[])[]) => {
    for (const row of rows) {
      const places = row.map(() => '?').join(', ')
      const insert = database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places})`)
      insert.run(...row.map((value) => value ?? null))
    }
  }
  database.exec('BEGIN')
  for (const { memberId, displayName, givenName, familyName, locale, url, ...lists } of members) {
    const entries = [lists.wants, lists.haves, lists.other].map((list) =>
      JSON.stringify(list ?? []),
    )
    fill('members', [[memberId, displayName, givenName, familyName, locale, ...entries, url]])
  }
  fill('opt_outs', members.flatMap(optOutRowsOf))
  for (const { groupId, name, url, admission, standings = {} } of groups) {
    fill('groups', [[groupId, name, url, admission]])
    const inGroup = Object.entries(standings)
    fill(
      'memberships',
      inGroup.map(([memberId, standing]) => [groupId, memberId, standing]),
    )
  }
  for (const [one, other] of contacts)
    fill('contacts', [
      [one, other],
      [other, one],
    ])
  fill('blocks', blocks)
  // The latest claim of a pair comes last, and replaces the others.
  const inOrder = [...invitations].sort((one, other) => +one.repeatableAt - +other.repeatableAt)
  for (const { invitationId, inviterId, recipientId, reference, ...sent } of inOrder) {
    const cooldown = [+sent.sentAt, +sent.repeatableAt]
    const words = [
      sent.subject,
      sent.text,
      reference?.field,
      reference?.entry,
      sent.textFingerprint,
    ]
    fill('claims', [[inviterId, recipientId, invitationId, ...cooldown]])
    fill('invitations', [
      [
        invitationId,
        inviterId,
        recipientId,
        sent.groupId,
        sent.route,
        ...words,
        ...cooldown,
        ...OPEN,
      ],
    ])
  }
  database.exec('COMMIT')
}

/** Sets a standing, or ends it, as the code does by which members join, leave and are banned. */
export function setStanding(
  database: Database,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): void {
  if (standing === undefined) {
    const end = database.prepare('DELETE FROM memberships WHERE group_id = ? AND member_id = ?')
    end.run(groupId, memberId)
    return
  }
  const set = database.prepare(
    `INSERT INTO memberships (group_id, member_id, standing) VALUES (?, ?, ?)
         ON CONFLICT (group_id, member_id) DO UPDATE SET standing = excluded.standing`,
  )
  set.run(groupId, memberId, standing)
}

export function standingOf(
  database: Database,
  groupId: string,
  memberId: string,
): Standing | undefined {
  const find = database.prepare(
    'SELECT standing FROM memberships WHERE group_id = ? AND member_id = ?',
  )
  return rowsOf<{ standing: Standing }>(find, groupId, memberId)[0]?.standing
}
