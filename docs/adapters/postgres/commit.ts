import type { CommitOutcome, InvitationRecord } from 'group-invitations'
import type { Database } from './database.js'
import { type InvitationRow, invitationIn } from './rows.js'
import { tryAgain } from './try-again.js'

// One statement is one transaction. The upsert of the claim decides, and waits for a commit of the same pair. If the
// pair is taken it returns no row, and nothing else is written. A commit of the same identifier for another pair
// violates the key of `invitations`, which also takes the claim back.
const COMMIT = `
  WITH claim AS (
    INSERT INTO claims AS held (invitation_id, inviter_id, recipient_id, sent_at, repeatable_at)
    SELECT $1, $2, $3, $4, $5
     WHERE NOT EXISTS (SELECT FROM invitations WHERE invitation_id = $1)
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
  )
  SELECT FROM claim`

/** Commits in one round trip. If that is denied, a second one finds the reason. */
export const commitTo = (database: Database, record: InvitationRecord): Promise<CommitOutcome> =>
  tryAgain(async () =>
    (await isCommitted(database, record)) ? { type: 'Committed' } : findDenial(database, record),
  )

async function isCommitted(database: Database, record: InvitationRecord): Promise<boolean> {
  const { invitation, textFingerprint, deliveries } = record
  const { rows } = await database.query(COMMIT, [
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
  ])
  return rows.length > 0
}

// One statement, so that identifier and pair are looked up at the same instant.
const DENIAL = `
  SELECT invitations.*,
         held.invitation_id AS held_by, held.sent_at AS held_from, held.repeatable_at AS held_until
    FROM (VALUES (1)) AS always
    LEFT JOIN invitations ON invitations.invitation_id = $1
    LEFT JOIN claims AS held
      ON held.inviter_id = $2 AND held.recipient_id = $3 AND held.repeatable_at > $4`

type DenialRow = (InvitationRow | { invitation_id: null }) &
  ({ held_by: string; held_from: Date; held_until: Date } | { held_by: null })

async function findDenial(
  database: Database,
  { invitation: { invitationId, inviterId, recipientId, sentAt } }: InvitationRecord,
): Promise<CommitOutcome | undefined> {
  const { rows } = await database.query<DenialRow>(DENIAL, [
    invitationId,
    inviterId,
    recipientId,
    sentAt,
  ])
  const [row] = rows
  if (!row) return undefined
  if (row.invitation_id !== null) return { type: 'IdTaken', invitation: invitationIn(row) }
  if (row.held_by === null) return undefined
  const { held_by, held_from, held_until } = row
  const claim = { invitationId: held_by, sentAt: held_from, repeatableAt: held_until }
  return { type: 'PairTaken', claim }
}
