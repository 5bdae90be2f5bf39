// How the network's own code writes and reads memberships. It knows nothing of the library.
import type { Standing } from 'group-invitations'
import { sql } from 'drizzle-orm'
import { kindOf } from '../../postgres/conflicts.js'
import { tryAgain } from '../../shared/try-again.js'
import type { Database } from '../database.js'

const ROLES = {
  member: 'subscriber',
  moderator: 'admin',
  pending: 'subscriber',
  banned: 'subscriber',
}
const STATES = { member: 'active', moderator: 'active', pending: 'requested', banned: 'blocked' }

const CURRENT = sql`left_at IS NULL AND state IN ('requested', 'active', 'blocked')`

/** Joining, applying, being promoted or blocked, leaving: changes the current row, or adds one. */
export function setStanding(
  database: Database,
  groupId: string,
  memberId: string,
  standing: Standing | undefined,
): Promise<unknown> {
  const own = sql`community_id = ${groupId}::bigint AND user_id = ${memberId}::bigint AND ${CURRENT}`
  if (standing === undefined) {
    // A block or an application ends by its date alone.
    return database.execute(sql`
      UPDATE community_members
         SET state = CASE state WHEN 'active' THEN 'left' ELSE state END, left_at = now() AT TIME ZONE 'UTC'
       WHERE ${own}`)
  }
  const [role, state] = [ROLES[standing], STATES[standing]]
  return tryAgain(async () => {
    const changed = await database.execute(
      // Blocking leaves the role.
      sql`UPDATE community_members
             SET state = ${state}, role = CASE ${state} WHEN 'blocked' THEN role ELSE ${role} END
           WHERE ${own} RETURNING id`,
    )
    if (rowsOf(changed).length > 0) return changed
    return database.execute(
      sql`INSERT INTO community_members (community_id, user_id, role, state)
          VALUES (${groupId}, ${memberId}, ${role}, ${state})`,
    )
  }, kindOf)
}

/** What a page of the network shows. It counts on one current row for each user. */
export async function standingOf(
  database: Database,
  groupId: string,
  memberId: string,
): Promise<Standing | undefined> {
  const rows = rowsOf<{ standing: Standing }>(
    await database.execute(sql`
      SELECT CASE WHEN state = 'blocked' THEN 'banned'
                  WHEN state = 'requested' THEN 'pending'
                  WHEN role IN ('owner', 'admin') THEN 'moderator'
                  ELSE 'member' END AS standing
        FROM community_members
       WHERE community_id = ${groupId}::bigint AND user_id = ${memberId}::bigint AND ${CURRENT}
         AND (state <> 'active' OR role NOT IN ('follower', 'integration'))`),
  )
  if (rows.length > 1) throw new Error(`${rows.length} current memberships of one user`)
  return rows[0]?.standing
}

/** Both drivers return rows; the type of Drizzle leaves open which. */
export const rowsOf = <Row>(result: unknown): readonly Row[] =>
  (result as { readonly rows: readonly Row[] }).rows
