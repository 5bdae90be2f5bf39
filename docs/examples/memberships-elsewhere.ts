import type {
  AnswerRepository,
  ChangeOutcome,
  ChangeRecord,
  MembershipRepository,
  Standing,
} from 'group-invitations'
import { answersIn } from '../adapters/postgres/answers.js'
import type { Database } from '../adapters/postgres/database.js'
import { kindOf } from '../adapters/postgres/conflicts.js'
import { tryAgain } from '../adapters/shared/try-again.js'

/** An outbox beside the invitations: who has accepted, and is still to join. */
export const JOININGS = `CREATE TABLE joinings (
  invitation_id text PRIMARY KEY,
  group_id      text NOT NULL,
  member_id     text NOT NULL,
  standing      text NOT NULL CHECK (standing IN ('member', 'pending'))
)`

// One statement is one transaction: no acceptance without its row, and no row without its acceptance.
const CHANGE = `
  WITH changed AS (
    UPDATE invitations
       SET status = $3, changed_at = $4, changed_by_member = $5, changed_by_network = $6
     WHERE invitation_id = $1 AND coalesce(status, 'Open') = ANY($2::text[])
    RETURNING invitation_id
  ), outbox AS (
    INSERT INTO joinings (invitation_id, group_id, member_id, standing)
    SELECT invitation_id, $7, $8, $9 FROM changed WHERE $9::text IS NOT NULL
  )
  SELECT invitation_id FROM changed`

/**
 * The answers of a service whose memberships live in another service. No write spans both, so the status is stored with a
 * row for a worker, who joins afterwards (`joining-worker.ts`). Until then the recipient is `pending`, and the screen
 * says in words of its own that they are being added.
 *
 * The kit is told so: `answerRepositoryContract(open, { lacks: ['standings', 'pending', 'banned'] })`.
 */
export function answersBeside(database: Database): AnswerRepository {
  const answers = answersIn(database)
  const stored = async (record: ChangeRecord): Promise<ChangeOutcome | undefined> => {
    const { change, from, admit } = record
    const { invitationId, status, changedAt, changedBy } = change
    const { rows } = await database.query(CHANGE, [
      ...[invitationId, from, status, changedAt],
      'memberId' in changedBy ? changedBy.memberId : null,
      'network' in changedBy ? changedBy.network : null,
      ...[admit?.groupId ?? null, admit?.memberId ?? null, admit?.standing ?? null],
    ])
    if (rows.length > 0) return { type: 'Changed', ...(admit && { standing: 'pending' }) }
    const found = (await answers.findChanges([invitationId])).get(invitationId)
    return found && { type: 'NotChanged', change: found }
  }
  return { ...answers, change: (record) => tryAgain(() => stored(record), kindOf) }
}

/** The standings of the other service; someone who is still to join, and has none there, is `pending`. */
export function membershipsBeside(
  database: Database,
  elsewhere: MembershipRepository,
): MembershipRepository {
  return {
    findGroupsOf: (memberId) => elsewhere.findGroupsOf(memberId),
    async findStandings(groupIds, memberIds) {
      // First the outbox: who joins in between is in the other service by then.
      const { rows } = await database.query<{ group_id: string; member_id: string }>(
        `SELECT group_id, member_id FROM joinings
          WHERE group_id = ANY($1::text[]) AND member_id = ANY($2::text[])`,
        [groupIds, memberIds],
      )
      const found = await elsewhere.findStandings(groupIds, memberIds)
      const standings = new Map(
        [...found].map(([groupId, inGroup]) => [groupId, new Map<string, Standing>(inGroup)]),
      )
      for (const { group_id, member_id } of rows) {
        const inGroup = standings.get(group_id) ?? new Map<string, Standing>()
        if (!inGroup.has(member_id)) inGroup.set(member_id, 'pending')
        standings.set(group_id, inGroup)
      }
      return standings
    },
  }
}
