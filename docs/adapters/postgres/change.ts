import type { AnswerRepository, ChangeOutcome, ChangeRecord, Standing } from 'group-invitations'
import { changeBy, type FoundByChange } from '../shared/change.js'
import { type ChangeRow, changeIn } from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'
import { prepared } from './prepared.js'

const SET = `status = $3, changed_at = $4, changed_by_member = $5, changed_by_network = $6`

// Waits for another answer to the same invitation, and then compares the status that it has left.
const CHANGE = prepared(`
  UPDATE invitations SET ${SET}
   WHERE invitation_id = $1 AND coalesce(status, 'Open') = ANY($2::text[])
  RETURNING NULL AS standing`)

// One statement is one transaction. The lock waits like CHANGE: without a row of it there is no membership. It is the
// lock of an UPDATE, for which a foreign key does not wait. The upsert waits for somebody who bans or joins, and
// compares the standing that they have left. If that is banned, it returns no row, and nothing is written. What is
// updated is locked by then, so that no membership is without its change.
const ADMIT = prepared(`
  WITH invitation AS (
    SELECT invitation_id
      FROM invitations
     WHERE invitation_id = $1 AND coalesce(status, 'Open') = ANY($2::text[])
       FOR NO KEY UPDATE
  ), admitted AS (
    INSERT INTO memberships AS held (group_id, member_id, standing)
    SELECT $7, $8, $9 FROM invitation
        ON CONFLICT (group_id, member_id) DO UPDATE
       SET standing = CASE held.standing WHEN 'pending' THEN excluded.standing ELSE held.standing END
     WHERE held.standing <> 'banned'
    RETURNING standing
  )
  UPDATE invitations SET ${SET}
    FROM admitted
   WHERE invitation_id = $1
  RETURNING admitted.standing`)

/** Changes in one round trip. If that is denied, a second one finds the reason. */
export const changing = (database: Database): AnswerRepository['change'] =>
  changeBy(
    async (record) => (await changed(database, record)) ?? findReason(database, record),
    kindOf,
  )

async function changed(
  database: Database,
  { change, from, admit }: ChangeRecord,
): Promise<Extract<ChangeOutcome, { type: 'Changed' }> | undefined> {
  const { invitationId, status, changedAt, changedBy } = change
  const { rows } = await database.query<{ standing: Standing | null }>(admit ? ADMIT : CHANGE, [
    invitationId,
    from,
    status,
    changedAt,
    'memberId' in changedBy ? changedBy.memberId : null,
    'network' in changedBy ? changedBy.network : null,
    ...(admit ? [admit.groupId, admit.memberId, admit.standing] : []),
  ])
  const [row] = rows
  return row && { type: 'Changed', standing: row.standing ?? undefined }
}

// One statement, so that status and standing are looked up at the same instant.
const REASON = prepared(`
  SELECT invitations.invitation_id, status, changed_at, changed_by_member, changed_by_network,
         (SELECT standing FROM memberships WHERE group_id = $2 AND member_id = $3) AS standing
    FROM invitations
   WHERE invitation_id = $1`)

type ReasonRow = (ChangeRow | { status: null }) & { standing: Standing | null }

async function findReason(
  database: Database,
  { change: { invitationId }, admit }: ChangeRecord,
): Promise<FoundByChange | undefined> {
  const { rows } = await database.query<ReasonRow>(REASON, [
    invitationId,
    admit?.groupId ?? null,
    admit?.memberId ?? null,
  ])
  const [row] = rows
  return (
    row && {
      change: row.status === null ? undefined : changeIn(row),
      standing: row.standing ?? undefined,
    }
  )
}
