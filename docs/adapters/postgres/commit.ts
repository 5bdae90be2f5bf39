import type { CommitOutcome, InvitationRecord } from 'group-invitations'
import type { Database } from './database.js'
import { type InvitationRow, invitationIn } from './rows.js'

/**
 * One statement, and so one transaction of its own. The claim's upsert decides: where the pair is held it gives no
 * row, and without a row nothing else is written. It waits for whoever is writing the same pair, and then sees what
 * they have written. Whoever writes the same identifier on another pair is caught by the key of `invitations`, whose
 * error takes the claim back too.
 */
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

/** Why a statement was taken back: a serialisation failure, a deadlock, a key that another has got meanwhile. */
const CONFLICTS = new Set(['40001', '40P01', '23505'])

/** How often a commit is tried: each time but the last somebody else has come in between. */
const TRIES = 10

/** Commits in one round trip; where it is refused, a second one finds out by what. */
export async function commitTo(
  database: Database,
  record: InvitationRecord,
): Promise<CommitOutcome> {
  let conflict: unknown
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      if (await isCommitted(database, record)) return { type: 'Committed' }
      const refusal = await findRefusal(database, record)
      // Where there is none, who was first has gone meanwhile: the claim was deleted, or the transaction taken back.
      if (refusal) return refusal
    } catch (error) {
      if (!CONFLICTS.has(codeOf(error))) throw error
      conflict = error
    }
  }
  throw new Error(`The commit has met others ${TRIES} times`, { cause: conflict })
}

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

/** Who has the identifier, and who has the pair: by one statement, so that both are of one instant. */
const REFUSAL = `
  SELECT invitations.*,
         held.invitation_id AS held_by, held.sent_at AS held_from, held.repeatable_at AS held_until
    FROM (VALUES (1)) AS always
    LEFT JOIN invitations ON invitations.invitation_id = $1
    LEFT JOIN claims AS held
      ON held.inviter_id = $2 AND held.recipient_id = $3 AND held.repeatable_at > $4`

type RefusalRow = (InvitationRow | { invitation_id: null }) &
  ({ held_by: string; held_from: Date; held_until: Date } | { held_by: null })

async function findRefusal(
  database: Database,
  { invitation: { invitationId, inviterId, recipientId, sentAt } }: InvitationRecord,
): Promise<CommitOutcome | undefined> {
  const { rows } = await database.query<RefusalRow>(REFUSAL, [
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
