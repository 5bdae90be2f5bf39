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
import { listed } from './lists.js'

export const answersIn = (database: Database): AnswerRepository => ({
  async findChanges(invitationIds) {
    const rows = await database.find<ChangeRow>(
      `SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network
         FROM invitations
        WHERE invitation_id IN (?) AND status IS NOT NULL`,
      [listed(invitationIds)],
    )
    return new Map(rows.map((row) => [row.invitation_id, changeIn(row)]))
  },

  async findInvitationsOf(memberId, role, limit, before) {
    const isLater = before !== undefined
    const rows = await database.find<InvitationRow>(pageOf(`${role}_id`, isLater), [
      ...(isLater ? [before, memberId] : []),
      memberId,
      limit,
    ])
    return rows.map(invitationIn)
  },

  change: changing(database),
})

/** Begins at a place in the index, not with an OFFSET: a late page costs as much as the first. */
const pageOf = (column: 'inviter_id' | 'recipient_id', isLater: boolean) => `
  SELECT ${INVITATION}
    FROM invitations ${isLater ? joinPlace(column) : ''}
   WHERE invitations.${column} = ? ${isLater ? BEHIND_PLACE : ''}
   ORDER BY invitations.sent_at DESC, invitations.invitation_id DESC
   LIMIT ?`

const joinPlace = (column: string) =>
  `JOIN invitations AS place ON place.invitation_id = ? AND place.${column} = ?`

// The first condition is the place in the index: neither server finds one in a comparison of rows.
const BEHIND_PLACE = `
     AND invitations.sent_at <= place.sent_at
     AND (invitations.sent_at < place.sent_at OR invitations.invitation_id < place.invitation_id)`
