import type { MemberId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'

/** Deletes what was decided before this instant, and carried out. */
export async function forgetComplaints(database: Database, decidedBefore: Date): Promise<void> {
  await database.query(
    `DELETE FROM complaints
      WHERE decided_at < $1 AND (measure = 'None' OR carried_out_at IS NOT NULL)`,
    [decidedBefore],
  )
}

/**
 * Deletes what is open by or about a member who is erased: the words are gone, or there is nobody left to act on. What was
 * decided stays without its words, as long as somebody may appeal.
 */
export async function eraseFromComplaints(database: Database, memberId: MemberId): Promise<void> {
  await database.query(
    'DELETE FROM complaints WHERE (inviter_id = $1 OR recipient_id = $1) AND measure IS NULL',
    [memberId],
  )
  await database.query(
    `UPDATE complaints SET explanation = '', quotation = NULL
      WHERE inviter_id = $1 OR recipient_id = $1`,
    [memberId],
  )
  await database.query('DELETE FROM freezes WHERE member_id = $1', [memberId])
}
