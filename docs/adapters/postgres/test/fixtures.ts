import { readFileSync } from 'node:fs'
import { type Delivery, repeatableAt, type Standing } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import type { SeedNetwork } from 'group-invitations/testing'
import { repositoriesIn } from '../repositories.js'
import type { Database } from '../database.js'
import { tryAgain } from '../../shared/try-again.js'
import { kindOf } from '../conflicts.js'
import { optOutRowsOf } from '../../../../test/support/opt-out-rows.js'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'

/** The statements that make the adapter's tables. */
export const SCHEMA = readFileSync('docs/adapters/postgres/schema.sql', 'utf8')

const TABLES = `members, groups, memberships, contacts, blocks, opt_outs, claims, paces, invitations,
                deliveries, dead_letters, bounces`

/** Empties all tables. */
export const emptyTables = (database: Database) => database.query(`TRUNCATE ${TABLES}`)

/** Fixtures of all ports over the tables of a database, for one case at a time. */
export const postgresFixtures =
  (database: Database, another?: Database): FixturesOf =>
  (port) =>
  async () => {
    await emptyTables(database)
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => seed(database, network),
      deliveries: async () => {
        const { rows } = await database.query<Delivery>(
          `SELECT delivery_id AS "deliveryId", invitation_id AS "invitationId", channel FROM deliveries`,
        )
        return rows
      },
      standingOf: (groupId, memberId) => standingOf(database, groupId, memberId),
      setStanding: (groupId, memberId, standing) =>
        setStanding(database, groupId, memberId, standing),
      ...(another && { another: () => repositoriesIn(another)[port] }),
      close: () => undefined,
    }
  }

/** Sets a standing, or ends it, as the code does by which members join, leave and are banned. */
export async function setStanding(
  database: Database,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): Promise<void> {
  const write = () =>
    standing === undefined
      ? database.query('DELETE FROM memberships WHERE group_id = $1 AND member_id = $2', [
          groupId,
          memberId,
        ])
      : database.query(
          `INSERT INTO memberships (group_id, member_id, standing) VALUES ($1, $2, $3)
               ON CONFLICT (group_id, member_id) DO UPDATE SET standing = excluded.standing`,
          [groupId, memberId, standing],
        )
  await tryAgain(write, kindOf)
}

export async function standingOf(
  database: Database,
  groupId: string,
  memberId: string,
): Promise<Standing | undefined> {
  const { rows } = await database.query<{ standing: Standing }>(
    'SELECT standing FROM memberships WHERE group_id = $1 AND member_id = $2',
    [groupId, memberId],
  )
  return rows[0]?.standing
}

/** Writes a network into the tables. */
export async function seed(
  database: Database,
  network: Network & Pick<SeedNetwork, 'blocks'>,
): Promise<void> {
  const { members = [], groups = [], contacts = [], blocks = [], invitations = [] } = network
  const fill = (table: string, rows: readonly object[]) =>
    database.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::text::json)`,
      [JSON.stringify(rows)],
    )
  await fill(
    'members',
    members.map((member) => ({
      member_id: member.memberId,
      display_name: member.displayName,
      given_name: member.givenName,
      family_name: member.familyName,
      locale: member.locale,
      wants: member.wants ?? [],
      haves: member.haves ?? [],
      other: member.other ?? [],
      url: member.url,
    })),
  )
  await fill(
    'opt_outs',
    members
      .flatMap(optOutRowsOf)
      .map(([member_id, scope, scope_id]) => ({ member_id, scope, scope_id })),
  )
  await fill(
    'groups',
    groups.map(({ groupId, ...group }) => ({ group_id: groupId, ...group })),
  )
  await fill(
    'memberships',
    groups.flatMap(({ groupId, standings = {} }) =>
      Object.entries(standings).map(([memberId, standing]) => ({
        group_id: groupId,
        member_id: memberId,
        standing,
      })),
    ),
  )
  await fill(
    'contacts',
    contacts.flatMap(([one, other]) => [
      { member_id: one, contact_id: other },
      { member_id: other, contact_id: one },
    ]),
  )
  await fill(
    'blocks',
    blocks.map(([memberId, blockedId]) => ({ member_id: memberId, blocked_id: blockedId })),
  )
  const sent = invitations.map((invitation) => ({
    invitation_id: invitation.invitationId,
    inviter_id: invitation.inviterId,
    recipient_id: invitation.recipientId,
    group_id: invitation.groupId ?? '',
    route: invitation.route ?? 'profile',
    subject: invitation.subject,
    text: invitation.text ?? '',
    reference_field: invitation.reference?.field,
    reference_entry: invitation.reference?.entry,
    text_fingerprint: invitation.textFingerprint,
    sent_at: invitation.sentAt,
    repeatable_at: invitation.repeatableAt ?? repeatableAt(new Date(invitation.sentAt)),
  }))
  await fill('invitations', sent)
  await database.query(
    `INSERT INTO claims
     SELECT DISTINCT ON (inviter_id, recipient_id) inviter_id, recipient_id, invitation_id, sent_at, repeatable_at
       FROM invitations
      ORDER BY inviter_id, recipient_id, repeatable_at DESC`,
  )
}
