import type { InvitationRecord, InvitationRepository } from 'group-invitations'
import { commitBy } from '../shared/commit.js'
import { leewayOf } from '../shared/leeway-of.js'
import {
  type ClaimRow,
  claimIn,
  INVITATION,
  type InvitationRow,
  invitationIn,
} from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database, Statement } from './database.js'

// Decides, and returns a row only if it has written one. Without a pace `?6` is NULL, and nothing is later than that.
const TAKE_PAIR = `
  INSERT INTO claims (inviter_id, recipient_id, invitation_id, sent_at, repeatable_at)
  SELECT ?1, ?2, ?3, ?4, ?5
   WHERE NOT EXISTS (SELECT 1 FROM invitations WHERE invitation_id = ?3)
     AND NOT EXISTS (SELECT 1 FROM paces WHERE inviter_id = ?1 AND free_at > ?6)
      ON CONFLICT (inviter_id, recipient_id) DO UPDATE
     SET invitation_id = excluded.invitation_id,
         sent_at = excluded.sent_at,
         repeatable_at = excluded.repeatable_at
   WHERE claims.repeatable_at <= excluded.sent_at
  RETURNING invitation_id`

// Each of the following writes only if the one before it has written a row. `changes()` is 0 after a statement that has
// written none; statements that only find, and triggers, do not count.
const USE_PACE = `
  INSERT INTO paces (inviter_id, free_at)
  SELECT ?1, ?2 + ?3 WHERE changes() = 1
      ON CONFLICT (inviter_id) DO UPDATE SET free_at = max(paces.free_at, ?2) + ?3`

const ADD_INVITATION = `
  INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, subject, text,
                           reference_field, reference_entry, text_fingerprint, sent_at, repeatable_at)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE changes() = 1`

const ADD_DELIVERIES = `
  INSERT INTO deliveries (delivery_id, invitation_id, channel)
  SELECT value ->> 'deliveryId', value ->> 'invitationId', value ->> 'channel'
    FROM json_each(?1) WHERE changes() = 1`

const FIND_INVITATION = `SELECT ${INVITATION} FROM invitations WHERE invitation_id = ?1`

const FIND_CLAIM = `
  SELECT invitation_id, sent_at, repeatable_at
    FROM claims WHERE inviter_id = ?1 AND recipient_id = ?2 AND repeatable_at > ?3`

const FIND_USED_UP = 'SELECT free_at FROM paces WHERE inviter_id = ?1 AND free_at > ?2'

/** Commits in one batch, which also finds what was in the way. */
export const committing = (database: Database): InvitationRepository['commit'] =>
  commitBy(async (record) => {
    const found = await database.batch(statementsFor(record))
    if (found[0]?.length === 1) return 'stored'
    // The last three statements find rows of these columns.
    const [[invitation], [claim], [pace]] = found.slice(-3) as [
      [InvitationRow?],
      [ClaimRow?],
      [{ free_at: number }?],
    ]
    return {
      invitation: invitation && invitationIn(invitation),
      claim: claim && claimIn(claim),
      freeAt: pace && new Date(pace.free_at),
    }
  }, kindOf)

function statementsFor(record: InvitationRecord): readonly Statement[] {
  const { invitation, textFingerprint, deliveries, pace } = record
  const { invitationId, inviterId, recipientId } = invitation
  const [sentAt, repeatableAt] = [+invitation.sentAt, +invitation.repeatableAt]
  const latest = pace ? sentAt + leewayOf(pace) : null
  return [
    {
      sql: TAKE_PAIR,
      parameters: [inviterId, recipientId, invitationId, sentAt, repeatableAt, latest],
    },
    ...(pace ? [{ sql: USE_PACE, parameters: [inviterId, sentAt, pace.everyMs] }] : []),
    {
      sql: ADD_INVITATION,
      parameters: [
        invitationId,
        inviterId,
        recipientId,
        invitation.groupId,
        invitation.route,
        invitation.subject ?? null,
        invitation.text,
        invitation.reference?.field ?? null,
        invitation.reference?.entry ?? null,
        textFingerprint,
        sentAt,
        repeatableAt,
      ],
    },
    { sql: ADD_DELIVERIES, parameters: [JSON.stringify(deliveries)] },
    { sql: FIND_INVITATION, parameters: [invitationId] },
    { sql: FIND_CLAIM, parameters: [inviterId, recipientId, sentAt] },
    { sql: FIND_USED_UP, parameters: [inviterId, latest] },
  ]
}
