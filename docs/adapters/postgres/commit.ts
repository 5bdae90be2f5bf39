import type { InvitationRecord, InvitationRepository } from 'group-invitations'
import { commitBy, type InTheWay } from '../shared/commit.js'
import { leewayOf } from '../shared/leeway-of.js'
import { INVITATION, type InvitationRow, invitationIn } from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'
import { prepared } from './prepared.js'

// The latest instant to which the pace may be used up so that one more may be sent. As an interval alone, a burst of
// centuries is some microseconds off; rounded to milliseconds it is exact.
const latest = (sentAt: string, leeway: string) =>
  `(${sentAt}::timestamptz + ${leeway}::float8 * interval '1 millisecond')::timestamptz(3)`

// The lock waits for other commits of the inviter, and returns what they have left.
const PACE = `
  pace AS (
    SELECT free_at FROM paces WHERE inviter_id = $2 FOR NO KEY UPDATE
  ),`

const PACE_ALLOWS = `
       AND NOT EXISTS (SELECT FROM pace WHERE free_at > ${latest('$4', '$15')})`

// The first row of an inviter is no upsert: that would wait for its lock while it holds a claim, and others take both
// in the other order. If somebody else was first, it violates the key, which takes the claim back.
const USE_PACE = `, next_use AS (
    UPDATE paces
       SET free_at = greatest(paces.free_at, sent_at) + $16::float8 * interval '1 millisecond'
      FROM claim
     WHERE paces.inviter_id = claim.inviter_id
  ), first_use AS (
    INSERT INTO paces (inviter_id, free_at)
    SELECT inviter_id, sent_at + $16::float8 * interval '1 millisecond'
      FROM claim
     WHERE NOT EXISTS (SELECT FROM pace)
  )`

// One statement is one transaction. The upsert of the claim decides, and waits for a commit of the same pair. If the
// pair is taken it returns no row, and nothing else is written. A commit of the same identifier for another pair
// violates the key of `invitations`, which also takes the claim back.
const commitWith = (pace = '', paceAllows = '', usePace = '') => `
  WITH ${pace} claim AS (
    INSERT INTO claims AS held (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at)
    SELECT $1, $2, $3, $4, $5
     WHERE NOT EXISTS (SELECT FROM invitations WHERE invitation_id = $1)${paceAllows}
        ON CONFLICT (inviter_id, recipient_id) DO UPDATE
       SET invitation_id = excluded.invitation_id,
           sent_at = excluded.sent_at,
           repeatable_at = excluded.repeatable_at
     WHERE held.repeatable_at <= excluded.sent_at
    RETURNING invitation_id, inviter_id, recipient_id, sent_at, repeatable_at
  ), invitation AS (
    INSERT INTO invitations (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at, group_id,
                             route, subject, text, reference_field, reference_entry, text_fingerprint)
    SELECT claim.*, $6, $7, $8, $9, $10, $11, $12 FROM claim
  ), outbox AS (
    INSERT INTO deliveries (delivery_id, invitation_id, channel)
    SELECT delivery_id, invitation_id, channel
      FROM claim, unnest($13::text[], $14::text[]) AS delivery (delivery_id, channel)
  )${usePace}
  SELECT FROM claim`

const COMMIT = prepared(commitWith())
const COMMIT_AT_PACE = prepared(commitWith(PACE, PACE_ALLOWS, USE_PACE))

/** Commits in one round trip. If that is denied, a second one finds the reason. */
export const committing = (database: Database): InvitationRepository['commit'] =>
  commitBy(
    async (record) =>
      (await isStored(database, record)) ? 'stored' : findInTheWay(database, record),
    kindOf,
  )

async function isStored(database: Database, record: InvitationRecord): Promise<boolean> {
  const { invitation, textFingerprint, deliveries, pace } = record
  const { rows } = await database.query(pace ? COMMIT_AT_PACE : COMMIT, [
    invitation.invitationId,
    invitation.inviterId,
    invitation.recipientId,
    invitation.sentAt,
    invitation.repeatableAt,
    invitation.groupId,
    invitation.route,
    invitation.subject ?? null,
    invitation.text,
    invitation.reference?.field ?? null,
    invitation.reference?.entry ?? null,
    textFingerprint,
    deliveries.map(({ deliveryId }) => deliveryId),
    deliveries.map(({ channel }) => channel),
    ...(pace ? [leewayOf(pace), pace.everyMs] : []),
  ])
  return rows.length > 0
}

// One statement, so that identifier, pair and pace are looked up at the same instant.
const IN_THE_WAY = prepared(`
  SELECT ${INVITATION},
         held.invitation_id AS held_by, held.sent_at AS held_from, held.repeatable_at AS held_until,
         paces.free_at AS free_at
    FROM (VALUES (1)) AS always
    LEFT JOIN invitations ON invitations.invitation_id = $1
    LEFT JOIN claims AS held
      ON held.inviter_id = $2 AND held.recipient_id = $3 AND held.repeatable_at > $4
    LEFT JOIN paces ON paces.inviter_id = $2 AND paces.free_at > ${latest('$4', '$5')}`)

type InTheWayRow = (InvitationRow | { invitation_id: null }) &
  ({ held_by: string; held_from: Date; held_until: Date } | { held_by: null }) & {
    free_at: Date | null
  }

async function findInTheWay(
  database: Database,
  { invitation: { invitationId, inviterId, recipientId, sentAt }, pace }: InvitationRecord,
): Promise<InTheWay> {
  const { rows } = await database.query<InTheWayRow>(IN_THE_WAY, [
    invitationId,
    inviterId,
    recipientId,
    sentAt,
    pace ? leewayOf(pace) : null,
  ])
  const [row] = rows
  if (!row) throw new Error('The look at what is in the way returned no row')
  return {
    invitation: row.invitation_id === null ? undefined : invitationIn(row),
    claim:
      row.held_by === null
        ? undefined
        : { invitationId: row.held_by, sentAt: row.held_from, repeatableAt: row.held_until },
    freeAt: row.free_at ?? undefined,
  }
}
