import type { InvitationRepository, PreferenceRepository } from 'group-invitations'

/** What node-postgres and PGlite have in common. */
export interface Database {
  query<Row>(sql: string, parameters: unknown[]): Promise<{ rows: Row[] }>
}

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptedOut(memberIds) {
    const { rows } = await database.query<{ member_id: string }>(
      'SELECT member_id FROM opt_outs WHERE member_id = ANY($1)',
      [memberIds],
    )
    return new Set(rows.map((row) => row.member_id))
  },
})

interface ClaimRow {
  recipient_id: string
  invitation_id: string
  sent_at: Date
  repeatable_at: Date
}

interface SignatureRow {
  recipient_id: string
  text_signature: string
}

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const { rows } = await database.query<ClaimRow>(
      `SELECT DISTINCT ON (recipient_id) recipient_id, invitation_id, sent_at, repeatable_at
         FROM invitations
        WHERE inviter_id = $1 AND recipient_id = ANY($2)
        ORDER BY recipient_id, repeatable_at DESC`,
      [inviterId, recipientIds],
    )
    return new Map(
      rows.map((row) => [
        row.recipient_id,
        { invitationId: row.invitation_id, sentAt: row.sent_at, repeatableAt: row.repeatable_at },
      ]),
    )
  },

  async findRecentSignatures(inviterId, since, limit) {
    const { rows } = await database.query<SignatureRow>(
      `SELECT recipient_id, text_signature
         FROM invitations
        WHERE inviter_id = $1 AND sent_at >= $2 AND text_signature IS NOT NULL
        ORDER BY sent_at DESC
        LIMIT $3`,
      [inviterId, since, limit],
    )
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      textSignature: row.text_signature,
    }))
  },
})
