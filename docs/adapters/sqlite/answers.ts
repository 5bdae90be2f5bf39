import type {
  NewStanding,
  AnswerRepository,
  ChangeOutcome,
  ChangeRecord,
  Standing,
} from 'group-invitations'
import { atomically, type Database, rowsOf } from './database.js'
import { type ChangeRow, changeIn, type InvitationRow, invitationIn } from './rows.js'

export function answersIn(database: Database): AnswerRepository {
  const findChanges = database.prepare(
    `SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network FROM invitations
      WHERE invitation_id IN (SELECT value FROM json_each(?)) AND status IS NOT NULL`,
  )
  const pages = {
    inviter: pagesOf(database, 'inviter_id'),
    recipient: pagesOf(database, 'recipient_id'),
  }
  const change = changing(database)
  return {
    findChanges: (invitationIds) =>
      new Map(
        rowsOf<ChangeRow>(findChanges, JSON.stringify(invitationIds)).map((row) => [
          row.invitation_id,
          changeIn(row),
        ]),
      ),
    findInvitationsOf: (memberId, role, limit, before) =>
      pages[role](memberId, limit, before).map(invitationIn),
    change: (record) => atomically(database, () => change(record)),
  }
}

/** Begins at a place in the index, not with an OFFSET: a late page costs as much as the first. */
function pagesOf(database: Database, column: 'inviter_id' | 'recipient_id') {
  const select = (later: string) =>
    database.prepare(
      `SELECT * FROM invitations WHERE ${column} = ?1 ${later}
        ORDER BY sent_at DESC, invitation_id DESC LIMIT ?2`,
    )
  const first = select('')
  const later = select(
    `AND (sent_at, invitation_id) <
         (SELECT sent_at, invitation_id FROM invitations WHERE invitation_id = ?3 AND ${column} = ?1)`,
  )
  return (memberId: string, limit: number, before: string | undefined) =>
    before === undefined
      ? rowsOf<InvitationRow>(first, memberId, limit)
      : rowsOf<InvitationRow>(later, memberId, limit, before)
}

/** To be called in a transaction. */
function changing(database: Database): (record: ChangeRecord) => ChangeOutcome {
  const findStored = database.prepare(
    `SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network FROM invitations
      WHERE invitation_id = ?`,
  )
  const findStanding = database.prepare(
    'SELECT standing FROM memberships WHERE group_id = ? AND member_id = ?',
  )
  const setStanding = database.prepare(
    'INSERT OR REPLACE INTO memberships (group_id, member_id, standing) VALUES (?, ?, ?)',
  )
  const setChange = database.prepare(
    `UPDATE invitations SET status = ?, changed_at = ?, changed_by_member = ?, changed_by_network = ?
      WHERE invitation_id = ?`,
  )
  return ({ change: { invitationId, status, changedAt, changedBy }, from, admit }) => {
    const [stored] = rowsOf<ChangeRow | { status: null }>(findStored, invitationId)
    if (!stored) throw new Error(`There is no invitation '${invitationId}'`)
    if (stored.status !== null && !from.includes(stored.status)) {
      return { type: 'NotChanged', change: changeIn(stored) }
    }
    const standing = admit && admitted(admit)
    if (standing === 'banned') return { type: 'NotAdmitted' }
    if (admit && standing) setStanding.run(admit.groupId, admit.memberId, standing)
    const memberId = 'memberId' in changedBy ? changedBy.memberId : null
    const network = 'network' in changedBy ? changedBy.network : null
    setChange.run(status, +changedAt, memberId, network, invitationId)
    return { type: 'Changed', standing }
  }

  /** An absent standing is given, a pending one raised, and none is lowered. */
  function admitted({ groupId, memberId, standing }: NewStanding): Standing {
    const [held] = rowsOf<{ standing: Standing }>(findStanding, groupId, memberId)
    return held === undefined || held.standing === 'pending' ? standing : held.standing
  }
}
