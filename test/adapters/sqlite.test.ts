import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Delivery, repeatableAt } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import { test } from 'vitest'
import { type Database, rowsOf } from '../../docs/adapters/sqlite/database.js'
import { repositoriesIn } from '../../docs/adapters/sqlite/repositories.js'
import { type FixturesOf, proveAdapters } from '../support/prove-adapters.js'

const SCHEMA = readFileSync('docs/adapters/sqlite/schema.sql', 'utf8')

type OpenDatabase = new (file: string) => Database & { close(): void }

/** `DatabaseSync` of node:sqlite; `undefined` before Node 22. */
async function sqlite(): Promise<OpenDatabase | undefined> {
  const name = 'node:sqlite'
  try {
    const { DatabaseSync } = (await import(/* @vite-ignore */ name)) as {
      DatabaseSync: OpenDatabase
    }
    return DatabaseSync
  } catch {
    return undefined
  }
}

const DatabaseSync = await sqlite()

if (DatabaseSync) proveAdapters('SQLite', fixturesOver(DatabaseSync))
else {
  test.skip(`SQLite is in Node from 22 on, and this is ${process.version}`, () => undefined)
}

/** Each case has a file of its own; a second instance is a second connection to it. */
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

function seed(database: Database, network: Network): void {
  const { members = [], groups = [], contacts = [], invitations = [] } = network
  const fill = (
    table: string,
    rows: readonly (readonly (string | number | null | undefined)[])[],
  ) => {
    const places = rows[0]?.map(() => '?').join(', ') ?? ''
    const insert =
      places === ''
        ? undefined
        : database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places})`)
    for (const row of rows) insert?.run(...row.map((value) => value ?? null))
  }
  database.exec('BEGIN')
  fill(
    'members',
    members.map((member) => [
      ...[member.memberId, member.displayName, member.givenName, member.familyName, member.locale],
      ...[member.wants, member.haves, member.other].map((entries) => JSON.stringify(entries ?? [])),
    ]),
  )
  fill(
    'opt_outs',
    members.filter(({ optedOut }) => optedOut).map(({ memberId }) => [memberId]),
  )
  fill(
    'groups',
    groups.map(({ groupId, name, url }) => [groupId, name, url]),
  )
  fill(
    'memberships',
    groups.flatMap(({ groupId, standings = {} }) =>
      Object.entries(standings).map(([memberId, standing]) => [groupId, memberId, standing]),
    ),
  )
  fill(
    'contacts',
    contacts.flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]),
  )
  const endOf = ({ sentAt, repeatableAt: end }: (typeof invitations)[number]) =>
    +new Date(end ?? repeatableAt(new Date(sentAt)))
  const inOrder = [...invitations].sort((one, other) => endOf(one) - endOf(other))
  fill(
    'claims',
    inOrder.map((sent) => [
      ...[sent.inviterId, sent.recipientId, sent.invitationId, +new Date(sent.sentAt), endOf(sent)],
    ]),
  )
  fill(
    'invitations',
    invitations.map((sent) => [
      ...[
        sent.invitationId,
        sent.inviterId,
        sent.recipientId,
        sent.groupId,
        sent.route,
        sent.subject,
      ],
      ...[sent.text, sent.reference?.field, sent.reference?.entry, sent.textSignature],
      ...[+new Date(sent.sentAt), endOf(sent)],
    ]),
  )
  database.exec('COMMIT')
}
