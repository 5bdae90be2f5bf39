import { type Delivery, repeatableAt, type Standing } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import type { SeedNetwork } from 'group-invitations/testing'
import type { Pool } from 'mysql2/promise'
import { optOutRowsOf } from '../../../../test/support/opt-out-rows.js'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'
import { tryAgain } from '../../shared/try-again.js'
import { kindOf } from '../conflicts.js'
import { type Database, databaseOver } from '../database.js'
import { repositoriesIn } from '../repositories.js'

const TABLES = [
  ...['members', '`groups`', 'memberships', 'contacts', 'blocks', 'opt_outs'],
  ...['claims', 'paces', 'invitations', 'deliveries', 'dead_letters'],
]

/** Fixtures of all ports over the tables of a database, for one case at a time. */
export const mysqlFixtures =
  (pool: Pool, another?: Pool): FixturesOf =>
  (port) =>
  async () => {
    const database = databaseOver(pool)
    // In a transaction, which in a cluster begins with all that other nodes have committed; so below.
    await database.transaction(async ({ write }) => {
      for (const table of TABLES) await write(`DELETE FROM ${table}`)
    })
    return {
      repository: repositoriesIn(database)[port],
      seed: (network) => seed(database, network),
      deliveries: () =>
        database.find<Delivery>(
          `SELECT delivery_id AS deliveryId, invitation_id AS invitationId, channel FROM deliveries`,
        ),
      standingOf: (groupId, memberId) => standingOf(database, groupId, memberId),
      setStanding: (groupId, memberId, standing) =>
        setStanding(database, groupId, memberId, standing),
      ...(another && { another: () => repositoriesIn(databaseOver(another))[port] }),
      close: () => undefined,
    }
  }

/** Sets a standing, or ends it, as the code does by which members join, leave and are banned. */
async function setStanding(
  database: Database,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): Promise<void> {
  const place = [groupId, memberId]
  const write = () =>
    database.transaction((own) =>
      standing === undefined
        ? own.write('DELETE FROM memberships WHERE group_id = ? AND member_id = ?', place)
        : own.write(
            `INSERT INTO memberships (group_id, member_id, standing) VALUES (?, ?, ?)
                 ON DUPLICATE KEY UPDATE standing = ?`,
            [...place, standing, standing],
          ),
    )
  await tryAgain(write, kindOf)
}

async function standingOf(database: Database, groupId: string, memberId: string) {
  const [row] = await database.find<{ standing: Standing }>(
    'SELECT standing FROM memberships WHERE group_id = ? AND member_id = ?',
    [groupId, memberId],
  )
  return row?.standing
}

/** Writes a network into the tables. */
export async function seed(
  database: Database,
  network: Network & Pick<SeedNetwork, 'blocks'>,
): Promise<void> {
  const { members = [], groups = [], contacts = [], blocks = [], invitations = [] } = network
  const fill = async (table: string, columns: string, rows: readonly (readonly unknown[])[]) => {
    // The driver writes a list of lists as rows, and of none it can write none.
    if (rows.length > 0) await database.write(`INSERT INTO ${table} (${columns}) VALUES ?`, [rows])
  }
  await fill(
    'members',
    'member_id, display_name, given_name, family_name, locale, wants, haves, other, url',
    members.map((member) => [
      member.memberId,
      member.displayName,
      member.givenName ?? null,
      member.familyName ?? null,
      member.locale ?? null,
      ...[member.wants, member.haves, member.other].map((entries = []) => JSON.stringify(entries)),
      member.url ?? null,
    ]),
  )
  await fill('opt_outs', 'member_id, scope, scope_id', members.flatMap(optOutRowsOf))
  await fill(
    '`groups`',
    'group_id, name, url, admission',
    groups.map(({ groupId, name, url, admission }) => [
      groupId,
      name,
      url ?? null,
      admission ?? null,
    ]),
  )
  await fill(
    'memberships',
    'group_id, member_id, standing',
    groups.flatMap(({ groupId, standings = {} }) =>
      Object.entries(standings).map(([memberId, standing]) => [groupId, memberId, standing]),
    ),
  )
  await fill(
    'contacts',
    'member_id, contact_id',
    contacts.flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]),
  )
  await fill('blocks', 'member_id, blocked_id', blocks)
  await fill(
    'invitations',
    `invitation_id, inviter_id, recipient_id, group_id, route, subject, text, reference_field,
     reference_entry, text_fingerprint, sent_at, repeatable_at`,
    invitations.map((invitation) => [
      invitation.invitationId,
      invitation.inviterId,
      invitation.recipientId,
      invitation.groupId ?? '',
      invitation.route ?? 'profile',
      invitation.subject ?? null,
      invitation.text ?? '',
      invitation.reference?.field ?? null,
      invitation.reference?.entry ?? null,
      invitation.textFingerprint ?? null,
      new Date(invitation.sentAt),
      new Date(invitation.repeatableAt ?? repeatableAt(new Date(invitation.sentAt))),
    ]),
  )
  await database.write(
    `INSERT INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
     SELECT inviter_id, recipient_id, invitation_id, sent_at, repeatable_at
       FROM invitations
      ORDER BY repeatable_at
         ON DUPLICATE KEY UPDATE invitation_id = invitations.invitation_id,
                                 sent_at = invitations.sent_at,
                                 repeatable_at = invitations.repeatable_at`,
  )
}
