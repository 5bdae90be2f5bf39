import { readFileSync } from 'node:fs'
import { type Delivery, repeatableAt, type Standing } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import type { SeedNetwork } from 'group-invitations/testing'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'
import { optOutRowsOf } from '../../../../test/support/opt-out-rows.js'
import { tryAgain } from '../../shared/try-again.js'
import { kindOf } from '../conflicts.js'
import type { Database, Statement, Value } from '../database.js'
import { repositoriesIn } from '../repositories.js'

/** The statements that make the adapter's tables. */
export const SCHEMA = readFileSync(new URL('../schema.sql', import.meta.url), 'utf8')

/** The same, one by one, for a driver that takes no script. */
export const SCHEMA_STATEMENTS: readonly Statement[] = SCHEMA.replaceAll(/--.*/g, '')
  .split(';')
  .filter((sql) => sql.trim() !== '')
  .map((sql) => ({ sql, parameters: [] }))

const TABLES = Array.from(SCHEMA.matchAll(/CREATE TABLE (\w+)/g), ([, table]) => String(table))

/** Fixtures of all ports over the tables of a database, for one case at a time. */
export const sqliteFixtures =
  (database: Database, another?: Database): FixturesOf =>
  (port) =>
  async () => {
    await emptyTables(database)
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => seed(database, network),
      deliveries: () =>
        database.find<Delivery>(
          'SELECT delivery_id AS deliveryId, invitation_id AS invitationId, channel FROM deliveries',
        ),
      standingOf: (groupId, memberId) => standingOf(database, groupId, memberId),
      setStanding: (groupId, memberId, standing) =>
        setStanding(database, groupId, memberId, standing),
      ...(another && { another: () => repositoriesIn(another)[port] }),
      close: () => undefined,
    }
  }

export async function emptyTables(database: Database): Promise<void> {
  await database.batch(TABLES.map((table) => ({ sql: `DELETE FROM ${table}`, parameters: [] })))
}

/** Sets a standing, or ends it, as the code does by which members join, leave and are banned. */
async function setStanding(
  database: Database,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): Promise<void> {
  const statement =
    standing === undefined
      ? {
          sql: 'DELETE FROM memberships WHERE group_id = ?1 AND member_id = ?2',
          parameters: [groupId, memberId],
        }
      : {
          sql: `INSERT INTO memberships (group_id, member_id, standing) VALUES (?1, ?2, ?3)
                    ON CONFLICT (group_id, member_id) DO UPDATE SET standing = excluded.standing`,
          parameters: [groupId, memberId, standing],
        }
  await tryAgain(() => database.batch([statement]), kindOf)
}

export async function standingOf(
  database: Database,
  groupId: string,
  memberId: string,
): Promise<Standing | undefined> {
  const [row] = await database.find<{ standing: Standing }>(
    'SELECT standing FROM memberships WHERE group_id = ?1 AND member_id = ?2',
    groupId,
    memberId,
  )
  return row?.standing
}

type Row = Readonly<Record<string, Value | undefined>>

/** As many rows as one parameter takes. */
const PART = 500

/** Inserts rows of the same columns. */
function filling(table: string, rows: readonly Row[]): readonly Statement[] {
  const columns = Object.keys(rows[0] ?? {})
  const values = columns.map((column) => `value ->> '${column}'`).join(', ')
  const parts = Array.from({ length: Math.ceil(rows.length / PART) }, (_nothing, at) =>
    rows.slice(at * PART, (at + 1) * PART),
  )
  return parts.map((part) => ({
    sql: `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?1)`,
    parameters: [JSON.stringify(part)],
  }))
}

/** Writes a network into the tables. */
export async function seed(
  database: Database,
  network: Network & Pick<SeedNetwork, 'blocks'>,
): Promise<void> {
  const { members = [], groups = [], contacts = [], blocks = [], invitations = [] } = network
  const sent = invitations
    .map((each) => ({
      ...each,
      sentAt: +new Date(each.sentAt),
      repeatableAt: +(each.repeatableAt ?? repeatableAt(new Date(each.sentAt))),
    }))
    // The latest claim of a pair comes last, and replaces the others.
    .sort((one, other) => one.repeatableAt - other.repeatableAt)
  await database.batch([
    ...filling(
      'members',
      members.map((member) => ({
        member_id: member.memberId,
        display_name: member.displayName,
        given_name: member.givenName,
        family_name: member.familyName,
        locale: member.locale,
        wants: JSON.stringify(member.wants ?? []),
        haves: JSON.stringify(member.haves ?? []),
        other: JSON.stringify(member.other ?? []),
        url: member.url,
      })),
    ),
    ...filling(
      'opt_outs',
      members
        .flatMap(optOutRowsOf)
        .map(([member_id, scope, scope_id]) => ({ member_id, scope, scope_id })),
    ),
    ...filling(
      'groups',
      groups.map(({ groupId, name, url, admission }) => ({
        group_id: groupId,
        name,
        url,
        admission,
      })),
    ),
    ...filling(
      'memberships',
      groups.flatMap(({ groupId, standings = {} }) =>
        Object.entries(standings).map(([memberId, standing]) => ({
          group_id: groupId,
          member_id: memberId,
          standing,
        })),
      ),
    ),
    ...filling(
      'contacts',
      contacts.flatMap(([one, other]) => [
        { member_id: one, contact_id: other },
        { member_id: other, contact_id: one },
      ]),
    ),
    ...filling(
      'blocks',
      blocks.map(([member_id, blocked_id]) => ({ member_id, blocked_id })),
    ),
    ...filling(
      'claims',
      sent.map((each) => ({
        inviter_id: each.inviterId,
        recipient_id: each.recipientId,
        invitation_id: each.invitationId,
        sent_at: each.sentAt,
        repeatable_at: each.repeatableAt,
      })),
    ),
    ...filling(
      'invitations',
      sent.map((each) => ({
        invitation_id: each.invitationId,
        inviter_id: each.inviterId,
        recipient_id: each.recipientId,
        group_id: each.groupId ?? '',
        route: each.route ?? 'profile',
        subject: each.subject,
        text: each.text ?? '',
        reference_field: each.reference?.field,
        reference_entry: each.reference?.entry,
        text_fingerprint: each.textFingerprint,
        sent_at: each.sentAt,
        repeatable_at: each.repeatableAt,
      })),
    ),
  ])
}
