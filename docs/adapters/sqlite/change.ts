import type { AnswerRepository, ChangeRecord, Standing } from 'group-invitations'
import { changeBy } from '../shared/change.js'
import { type ChangeRow, changeIn } from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database, Statement } from './database.js'

const IS_FROM = `
  invitation_id = ?1 AND coalesce(status, 'Open') IN (SELECT value FROM json_each(?2))`

// The upsert gives a standing that is absent, raises a pending one and keeps a higher one. It changes no row for a ban.
const ADMIT = `
  INSERT INTO memberships (group_id, member_id, standing)
  SELECT ?3, ?4, ?5 FROM invitations WHERE ${IS_FROM}
      ON CONFLICT (group_id, member_id) DO UPDATE
     SET standing = CASE memberships.standing WHEN 'pending' THEN excluded.standing ELSE memberships.standing END
   WHERE memberships.standing <> 'banned'`

// Returns a row only if it has changed one.
const changeIf = (condition: string) => `
  UPDATE invitations SET status = ?3, changed_at = ?4, changed_by_member = ?5, changed_by_network = ?6
   WHERE ${IS_FROM} ${condition}
  RETURNING invitation_id`

const CHANGE = changeIf('')
const CHANGE_IF_ADMITTED = changeIf('AND changes() = 1')

const FIND = `
  SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network,
         (SELECT standing FROM memberships WHERE group_id = ?2 AND member_id = ?3) AS standing
    FROM invitations
   WHERE invitation_id = ?1`

type FoundRow = (ChangeRow | { status: null }) & { standing: Standing | null }

/** Changes in one batch, which also finds the standing, and what was in the way. */
export const changing = (database: Database): AnswerRepository['change'] =>
  changeBy(async (record) => {
    const found = await database.batch(statementsFor(record))
    // The last two statements return rows of these columns.
    const [changed, [row]] = found.slice(-2) as [unknown[], [FoundRow?]]
    if (!row) return undefined
    const standing = row.standing ?? undefined
    if (changed.length === 1) return { type: 'Changed', standing }
    return { change: row.status === null ? undefined : changeIn(row), standing }
  }, kindOf)

function statementsFor({ change, from, admit }: ChangeRecord): readonly Statement[] {
  const { invitationId, status, changedAt, changedBy } = change
  const isFrom = [invitationId, JSON.stringify(from)]
  const changeParameters = [
    ...isFrom,
    status,
    +changedAt,
    'memberId' in changedBy ? changedBy.memberId : null,
    'network' in changedBy ? changedBy.network : null,
  ]
  const admitParameters = admit && [...isFrom, admit.groupId, admit.memberId, admit.standing]
  return [
    ...(admitParameters ? [{ sql: ADMIT, parameters: admitParameters }] : []),
    { sql: admit ? CHANGE_IF_ADMITTED : CHANGE, parameters: changeParameters },
    { sql: FIND, parameters: [invitationId, admit?.groupId ?? null, admit?.memberId ?? null] },
  ]
}
