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
import { listed } from './lists.js'

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const rows = await database.find<ClaimRow & { recipient_id: string }>(
      `SELECT recipient_id, invitation_id, sent_at, repeatable_at
         FROM claims
        WHERE inviter_id = ? AND recipient_id IN (?)`,
      [inviterId, listed(recipientIds)],
    )
    return new Map(rows.map((row) => [row.recipient_id, claimIn(row)]))
  },

  async findRecentFingerprints(inviterId, since, limit) {
    const rows = await database.find<{ recipient_id: string; text_fingerprint: string }>(
      `SELECT recipient_id, text_fingerprint
         FROM invitations
        WHERE inviter_id = ? AND sent_at >= ? AND text_fingerprint IS NOT NULL
        ORDER BY sent_at DESC
        LIMIT ?`,
      [inviterId, since, limit],
    )
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      textFingerprint: row.text_fingerprint,
    }))
  },

  async findFreeAt(inviterId) {
    const [row] = await database.find<{ free_at: number }>(
      'SELECT free_at FROM paces WHERE inviter_id = ?',
      [inviterId],
    )
    return row && new Date(row.free_at)
  },

  async findInvitation(invitationId) {
    const [row] = await database.find<InvitationRow>(
      `SELECT ${INVITATION} FROM invitations WHERE invitation_id = ?`,
      [invitationId],
    )
    return row && invitationIn(row)
  },

  commit: committing(database),
})
