import type { InvitationRepository } from 'group-invitations'
import {
  type ClaimRow,
  claimIn,
  INVITATION,
  type InvitationRow,
  invitationIn,
} from '../shared/rows.js'
import { committing } from './commit.js'
import type { Database } from './database.js'
import { prepared } from './prepared.js'

const FIND_FREE_AT = prepared('SELECT free_at FROM paces WHERE inviter_id = $1')

const FIND_INVITATION = prepared(`SELECT ${INVITATION} FROM invitations WHERE invitation_id = $1`)

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const { rows } = await database.query<ClaimRow & { recipient_id: string }>(
      `SELECT recipient_id, invitation_id, sent_at, repeatable_at
         FROM claims
        WHERE inviter_id = $1 AND recipient_id = ANY($2::text[])`,
      [inviterId, recipientIds],
    )
    return new Map(rows.map((row) => [row.recipient_id, claimIn(row)]))
  },

  async findRecentFingerprints(inviterId, since, limit) {
    const { rows } = await database.query<{ recipient_id: string; text_fingerprint: string }>(
      `SELECT recipient_id, text_fingerprint
         FROM invitations
        WHERE inviter_id = $1 AND sent_at >= $2 AND text_fingerprint IS NOT NULL
        ORDER BY sent_at DESC
        LIMIT $3`,
      [inviterId, since, limit],
    )
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      textFingerprint: row.text_fingerprint,
    }))
  },

  async findFreeAt(inviterId) {
    const { rows } = await database.query<{ free_at: Date }>(FIND_FREE_AT, [inviterId])
    return rows[0]?.free_at
  },

  async findInvitation(invitationId) {
    const { rows } = await database.query<InvitationRow>(FIND_INVITATION, [invitationId])
    return rows[0] && invitationIn(rows[0])
  },

  commit: committing(database),
})
