import type { InvitationRepository } from 'group-invitations'
import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import { claimIn, invitationIn } from '../shared/rows.js'
import { committing } from './commit.js'
import type { Database } from './database.js'
import { CLAIM, INVITATION } from './invitation-rows.js'
import { claims, invitations, paces } from './invitation-tables.js'
import { idIn, isOneOf } from './keys.js'

const { inviterId: sender, recipientId, textFingerprint, sentAt } = invitations

export const invitationsIn = (database: Database): InvitationRepository => ({
  async findClaims(inviterId, recipientIds) {
    const rows = await database
      .select({ recipientId: idIn(claims.recipientId), ...CLAIM })
      .from(claims)
      .where(and(isOneOf(claims.inviterId, [inviterId]), isOneOf(claims.recipientId, recipientIds)))
    return new Map(rows.map((row) => [row.recipientId, claimIn(row)]))
  },

  findRecentFingerprints: async (inviterId, since, limit) =>
    database
      // The condition leaves out what has none.
      .select({
        recipientId: idIn(recipientId),
        textFingerprint: sql<string>`${textFingerprint}`,
      })
      .from(invitations)
      .where(and(isOneOf(sender, [inviterId]), gte(sentAt, since), isNotNull(textFingerprint)))
      .orderBy(desc(sentAt))
      .limit(limit),

  async findFreeAt(inviterId) {
    const [row] = await database
      .select()
      .from(paces)
      .where(isOneOf(paces.inviterId, [inviterId]))
    return row && new Date(row.freeAtMs)
  },

  async findInvitation(invitationId) {
    const [row] = await database
      .select(INVITATION)
      .from(invitations)
      .where(eq(invitations.invitationId, invitationId))
    return row && invitationIn(row)
  },

  commit: committing(database),
})
