import type { NewStanding, InvitationId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'

/** The service in which memberships live. */
export interface MembershipService {
  /**
   * Gives the standing as an `NewStanding` says: it raises `pending`, lowers nobody and lifts no ban.
   *
   * It does so once for each key. The same key again changes nothing, also if the member has left meanwhile: otherwise a
   * worker that was killed would bring them back.
   */
  join(admission: NewStanding, idempotencyKey: InvitationId): Promise<void>
}

interface JoiningRow {
  invitation_id: string
  group_id: string
  member_id: string
  standing: NewStanding['standing']
}

/**
 * Joins all who have accepted, and returns the problems. What has failed stays for the next run.
 *
 * The row is deleted after the joining: if the worker is killed between, it joins again under the same key. Someone who was
 * banned meanwhile is not joined, and the row goes: the ban is the later word.
 */
export async function joinAll(
  database: Database,
  memberships: MembershipService,
): Promise<readonly unknown[]> {
  const { rows } = await database.query<JoiningRow>('SELECT * FROM joinings ORDER BY invitation_id')
  const problems: unknown[] = []
  for (const { invitation_id, group_id, member_id, standing } of rows) {
    try {
      const admission = { groupId: group_id, memberId: member_id, standing }
      await memberships.join(admission, invitation_id)
      await database.query('DELETE FROM joinings WHERE invitation_id = $1', [invitation_id])
    } catch (problem) {
      problems.push(problem)
    }
  }
  return problems
}
