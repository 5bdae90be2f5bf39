import { and, desc, eq, inArray, isNotNull, lt, lte, or } from 'drizzle-orm'
import type { AnswerRepository } from 'group-invitations'
import { type ChangeRow, changeIn, invitationIn } from '../shared/rows.js'
import { changing } from './change.js'
import type { Database } from './database.js'
import { invitations } from './schema.js'

export const answersIn = (database: Database): AnswerRepository => ({
  async findChanges(invitationIds) {
    const rows = await database
      .select({
        invitation_id: invitations.invitation_id,
        status: invitations.status,
        changed_at: invitations.changed_at,
        changed_by_member: invitations.changed_by_member,
        changed_by_network: invitations.changed_by_network,
      })
      .from(invitations)
      .where(and(inArray(invitations.invitation_id, invitationIds), isNotNull(invitations.status)))
    // The checks of the table: who has a status has the rest.
    return new Map((rows as ChangeRow[]).map((row) => [row.invitation_id, changeIn(row)]))
  },

  async findInvitationsOf(memberId, role, limit, before) {
    const isTheirs = eq(invitations[`${role}_id`], memberId)
    // Begins at a place in the index, not with an OFFSET: a late page costs as much as the first. Without a place,
    // which is NULL then, there is nothing after it.
    const place = database
      .select({ sent_at: invitations.sent_at })
      .from(invitations)
      .where(and(eq(invitations.invitation_id, before ?? ''), isTheirs))
    const isLater = and(
      lte(invitations.sent_at, place),
      or(lt(invitations.sent_at, place), lt(invitations.invitation_id, before ?? '')),
    )
    const rows = await database
      .select()
      .from(invitations)
      .where(and(isTheirs, before === undefined ? undefined : isLater))
      .orderBy(desc(invitations.sent_at), desc(invitations.invitation_id))
      .limit(limit)
    return rows.map(invitationIn)
  },

  change: changing(database),
})
