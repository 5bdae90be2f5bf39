import type { GroupId, MemberId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'

// One statement. At the same time the applicant may be banned or go away, and the moderator be removed: each is before it or
// after it, and nothing is overwritten.
const ADMIT = `
  WITH moderator AS (
    SELECT FROM memberships
     WHERE group_id = $1 AND member_id = $3 AND standing = 'moderator'
       FOR SHARE
  )
  UPDATE memberships SET standing = 'member'
   WHERE group_id = $1 AND member_id = $2 AND standing = 'pending' AND EXISTS (SELECT FROM moderator)
  RETURNING member_id`

/**
 * A moderator admits somebody who has asked to join, or has accepted the invitation of a simple member.
 *
 * Nothing is written about invitations: an accepted one stays accepted, and its replay shows the new standing. A moderator who
 * wants to invite an applicant gets `MembershipPending` with `inviterMayAdmit`, for a button that calls this instead.
 *
 * Returns whether the applicant was admitted. If not, they wait no longer, or the other is no moderator.
 */
export async function admit(
  database: Database,
  moderatorId: MemberId,
  groupId: GroupId,
  applicantId: MemberId,
): Promise<boolean> {
  const { rows } = await database.query(ADMIT, [groupId, applicantId, moderatorId])
  return rows.length > 0
}
