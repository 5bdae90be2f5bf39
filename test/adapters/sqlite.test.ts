import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivery } from 'group-invitations'
import type { SeedNetwork } from 'group-invitations/testing'
import { test } from 'vitest'
import { type Database, rowsOf, type Value } from '../../docs/adapters/sqlite/database.js'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import { type FixturesOf, proveAdapters } from '../support/prove-adapters.js'

const SCHEMA = readFileSync(
  new URL('../../docs/adapters/sqlite/schema.sql', import.meta.url),
  'utf8',
)

type OpenDatabase = new (file: string) => Database & { close(): void }

// Checks the version, so that a Node that should have the module, and does not, fails.
if (Number(process.versions.node.split('.')[0]) >= 22) {
  const name = 'node:sqlite'
  const { DatabaseSync } = (await import(/* @vite-ignore */ name)) as { DatabaseSync: OpenDatabase }
  proveAdapters('SQLite', fixturesOver(DatabaseSync))
} else {
  test.skip(`SQLite comes with Node 22, and this is ${process.version}: npm run test:sqlite`, () =>
    undefined)
}

function fixturesOver(Open: OpenDatabase): FixturesOf {
  return (port) => () => {
    const folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
    const file = join(folder, 'network.db')
    const database = new Open(file)
    const opened = [database]
    database.exec(SCHEMA)
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => {
        seed(database, network)
      },
      deliveries: () =>
        rowsOf<Delivery>(
          database.prepare(
            'SELECT delivery_id AS deliveryId, invitation_id AS invitationId, channel FROM deliveries',
          ),
        ),
      another: () => {
        const second = new Open(file)
        opened.push(second)
        return repositoriesIn(second)[port]
      },
      close: () => {
        for (const each of opened) each.close()
        rmSync(folder, { recursive: true })
      },
    }
  }
}

function seed(database: Database, network: SeedNetwork): void {
  const { members, groups, contacts, invitations } = network
  const fill = (table: string, rows: readonly (readonly (Value | undefined)[])[]) => {
    for (const row of rows) {
      const places = row.map(() => '?').join(', ')
      const insert = database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places})`)
      insert.run(...row.map((value) => value ?? null))
    }
  }
  database.exec('BEGIN')
  for (const { memberId, displayName, givenName, familyName, locale, ...lists } of members) {
    const entries = [lists.wants, lists.haves, lists.other].map((list) =>
      JSON.stringify(list ?? []),
    )
    fill('members', [[memberId, displayName, givenName, familyName, locale, ...entries]])
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
