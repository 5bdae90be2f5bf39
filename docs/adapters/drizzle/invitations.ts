import { and, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { InvitationRepository } from 'group-invitations'
import { claimIn, invitationIn } from '../shared/rows.js'
import { committing } from './commit.js'
import type { Database } from './database.js'
import { claims, invitations, paces } from './schema.js'

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const rows = await database
      .select()
      .from(claims)
      .where(and(eq(claims.inviter_id, inviterId), inArray(claims.recipient_id, recipientIds)))
    return new Map(rows.map((row) => [row.recipient_id, claimIn(row)]))
  },

  async findRecentFingerprints(inviterId, since, limit) {
    const rows = await database
      .select({
        recipientId: invitations.recipient_id,
        textFingerprint: invitations.text_fingerprint,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.inviter_id, inviterId),
          gte(invitations.sent_at, since),
          isNotNull(invitations.text_fingerprint),
        ),
      )
      .orderBy(desc(invitations.sent_at))
      .limit(limit)
    // The query leaves out what has none.
    return rows as { recipientId: string; textFingerprint: string }[]
  },

  async findFreeAt(inviterId) {
    const [pace] = await database.select().from(paces).where(eq(paces.inviter_id, inviterId))
    return pace?.free_at
  },

  async findInvitation(invitationId) {
    const [row] = await database
      .select()
      .from(invitations)
      .where(eq(invitations.invitation_id, invitationId))
    return row && invitationIn(row)
  },

  commit: committing(database),
})
