import type { AnswerRepository } from 'group-invitations'
import {
  type ChangeRow,
  changeIn,
  INVITATION,
  type InvitationRow,
  invitationIn,
} from '../shared/rows.js'
import { changing } from './change.js'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

export const answersIn = (database: Database): AnswerRepository => ({
  async findChanges(invitationIds) {
    const rows = await findByLists<ChangeRow>(
      database,
      `SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network
         FROM invitations
        WHERE invitation_id IN (SELECT value FROM json_each(?1)) AND status IS NOT NULL`,
      [invitationIds],
    )
    return new Map(rows.map((row) => [row.invitation_id, changeIn(row)]))
  },

  async findInvitationsOf(memberId, role, limit, before) {
    const rows = await database.find<InvitationRow>(
      pageOf(`${role}_id`, before !== undefined),
      memberId,
      limit,
      ...(before === undefined ? [] : [before]),
    )
    return rows.map(invitationIn)
  },

  change: changing(database),
})

/** Begins at a place in the index, not with an OFFSET: a late page costs as much as the first. */
const pageOf = (column: 'inviter_id' | 'recipient_id', isLater: boolean) => `
  SELECT ${INVITATION}
    FROM invitations
   WHERE ${column} = ?1 ${isLater ? `AND (sent_at, invitation_id) < (${placeOf(column)})` : ''}
   ORDER BY sent_at DESC, invitation_id DESC
   LIMIT ?2`

const placeOf = (column: string) =>
  `SELECT sent_at, invitation_id FROM invitations WHERE invitation_id = ?3 AND ${column} = ?1`
