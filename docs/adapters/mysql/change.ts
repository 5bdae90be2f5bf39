import type { AnswerRepository, ChangeOutcome, ChangeRecord, Standing } from 'group-invitations'
import { changeBy, type FoundByChange } from '../shared/change.js'
import { type ChangeRow, changeIn } from '../shared/rows.js'
import { kindOf } from './conflicts.js'
import type { Database, Statements } from './database.js'

type Changed = Extract<ChangeOutcome, { type: 'Changed' }>

/** Locks the invitation, then the membership, compares, and writes both. */
export const changing = (database: Database): AnswerRepository['change'] =>
  changeBy((record) => database.transaction((statements) => changed(statements, record)), kindOf)

// Waits for another answer to the same invitation, and returns the status that it has left.
const FIND = `
  SELECT invitation_id, status, changed_at, changed_by_member, changed_by_network
    FROM invitations
   WHERE invitation_id = ?
     FOR UPDATE`

const CHANGE = `
  UPDATE invitations
     SET status = ?, changed_at = ?, changed_by_member = ?, changed_by_network = ?
   WHERE invitation_id = ?`

async function changed(
  statements: Statements,
  { change, from, admit }: ChangeRecord,
): Promise<Changed | FoundByChange | undefined> {
  const { invitationId, status, changedAt, changedBy } = change
  const [row] = await statements.find<ChangeRow | { status: null }>(FIND, [invitationId])
  if (!row) return undefined
  if (!from.includes(row.status ?? 'Open'))
    return { change: row.status === null ? undefined : changeIn(row) }
  const standing = admit && (await admitted(statements, admit))
  if (standing === 'banned') return { standing }
  await statements.write(CHANGE, [
    status,
    changedAt,
    'memberId' in changedBy ? changedBy.memberId : null,
    'network' in changedBy ? changedBy.network : null,
    invitationId,
  ])
  return { type: 'Changed', standing }
}

// Waits for somebody who bans or joins. A row that is not there has no lock: if somebody else writes it first, the
// INSERT violates the key, which takes everything back.
const FIND_STANDING =
  'SELECT standing FROM memberships WHERE group_id = ? AND member_id = ? FOR UPDATE'

/** The standing that the member has afterwards. */
async function admitted(
  statements: Statements,
  { groupId, memberId, standing }: NonNullable<ChangeRecord['admit']>,
): Promise<Standing> {
  const place = [groupId, memberId]
  const [held] = await statements.find<{ standing: Standing }>(FIND_STANDING, place)
  if (!held) {
    const add = 'INSERT INTO memberships (standing, group_id, member_id) VALUES (?, ?, ?)'
    await statements.write(add, [standing, ...place])
    return standing
  }
  if (held.standing !== 'pending') return held.standing
  const raise = 'UPDATE memberships SET standing = ? WHERE group_id = ? AND member_id = ?'
  await statements.write(raise, [standing, ...place])
  return standing
}
