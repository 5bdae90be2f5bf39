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
import { findByLists } from './lists.js'

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const rows = await findByLists<ClaimRow & { recipient_id: string }>(
      database,
      `SELECT recipient_id, invitation_id, sent_at, repeatable_at
         FROM claims
        WHERE recipient_id IN (SELECT value FROM json_each(?1)) AND inviter_id = ?2`,
      [recipientIds],
      inviterId,
    )
    return new Map(rows.map((row) => [row.recipient_id, claimIn(row)]))
  },

  async findRecentFingerprints(inviterId, since, limit) {
    const rows = await database.find<{ recipient_id: string; text_fingerprint: string }>(
      `SELECT recipient_id, text_fingerprint
         FROM invitations
        WHERE inviter_id = ?1 AND sent_at >= ?2 AND text_fingerprint IS NOT NULL
        ORDER BY sent_at DESC
        LIMIT ?3`,
      inviterId,
      +since,
      limit,
    )
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      textFingerprint: row.text_fingerprint,
    }))
  },

  async findFreeAt(inviterId) {
    const [row] = await database.find<{ free_at: number }>(
      'SELECT free_at FROM paces WHERE inviter_id = ?1',
      inviterId,
    )
    return row && new Date(row.free_at)
  },

  async findInvitation(invitationId) {
    const [row] = await database.find<InvitationRow>(
      `SELECT ${INVITATION} FROM invitations WHERE invitation_id = ?1`,
      invitationId,
    )
    return row && invitationIn(row)
  },

  commit: committing(database),
})
