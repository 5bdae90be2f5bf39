import type { AnswerRepository } from 'group-invitations'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { changeIn, type ChangeRow, invitationIn } from '../shared/rows.js'
import { changing } from './change.js'
import type { Database } from './database.js'
import { CHANGE, INVITATION } from './invitation-rows.js'
import { invitations } from './invitation-tables.js'
import { keyOf } from './keys.js'

const { invitationId, sentAt, status } = invitations

export const answersIn = (database: Database): AnswerRepository => ({
  async findChanges(invitationIds) {
    const rows = await database
      .select(CHANGE)
      .from(invitations)
      .where(
        and(
          sql`${invitationId} = any(${sql.param([...invitationIds])}::text[])`,
          isNotNull(status),
        ),
      )
    // The table demands an instant and an actor for each status.
    return new Map(rows.map((row) => [row.invitation_id, changeIn(row as ChangeRow)]))
  },

  async findInvitationsOf(memberId, role, limit, before) {
    const key = keyOf(memberId)
    if (key === undefined) return []
    const isOwn = eq(role === 'inviter' ? invitations.inviterId : invitations.recipientId, key)
    // Begins at a place in the index, not with an OFFSET. Without that invitation the comparison is with NULL.
    const place = database
      .select({ sentAt, invitationId })
      .from(invitations)
      .where(and(isOwn, eq(invitationId, before ?? '')))
    const rows = await database
      .select(INVITATION)
      .from(invitations)
      .where(
        and(
          isOwn,
          before === undefined ? undefined : sql`(${sentAt}, ${invitationId}) < (${place})`,
        ),
      )
      .orderBy(desc(sentAt), desc(invitationId))
      .limit(limit)
    return rows.map(invitationIn)
  },

  change: changing(database),
})
