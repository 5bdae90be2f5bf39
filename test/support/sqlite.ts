import { readFileSync } from 'node:fs'
import type { SeedNetwork } from 'group-invitations/testing'
import type { Database, Value } from '../../docs/adapters/sqlite/database.js'

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
    if (lists.optedOut) fill('opt_outs', [[memberId]])
  }
  for (const { groupId, name, url, standings = {} } of groups) {
    fill('groups', [[groupId, name, url]])
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
      [invitationId, inviterId, recipientId, sent.groupId, sent.route, ...words, ...cooldown],
    ])
  }
  database.exec('COMMIT')
}
