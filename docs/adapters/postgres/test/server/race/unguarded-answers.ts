import type { AnswerRepository, Standing, StatusOrOpen } from 'group-invitations'
import type { Pool } from 'pg'
import { answersIn } from '../../../answers.js'
import { inTransaction } from '../../../transaction.js'

/**
 * An adapter as it must not be, to see that the race finds it out: it looks at the status and at the standing, and then
 * writes what follows. That it does so in a transaction is no help.
 */
export const unguardedAnswersIn = (pool: Pool): AnswerRepository => ({
  ...answersIn(pool),
  change: ({ change, from, admit }) =>
    inTransaction(pool, async (client) => {
      const { invitationId, status, changedAt, changedBy } = change
      const found = await client.query<{ status: StatusOrOpen }>(
        `SELECT coalesce(status, 'Open') AS status FROM invitations WHERE invitation_id = $1`,
        [invitationId],
      )
      if (!from.includes(found.rows[0]?.status ?? 'Open')) {
        const stored = (await answersIn(client).findChanges([invitationId])).get(invitationId)
        if (stored) return { type: 'NotChanged', change: stored }
      }
      let standing: Standing | undefined
      if (admit) {
        const held = await client.query<{ standing: Standing }>(
          'SELECT standing FROM memberships WHERE group_id = $1 AND member_id = $2',
          [admit.groupId, admit.memberId],
        )
        standing = held.rows[0]?.standing
        if (standing === 'banned') return { type: 'NotAdmitted' }
        if (standing === undefined || standing === 'pending') standing = admit.standing
      }
      await client.query(
        `UPDATE invitations
            SET status = $2, changed_at = $3, changed_by_member = $4, changed_by_network = $5
          WHERE invitation_id = $1`,
        [
          invitationId,
          status,
          changedAt,
          'memberId' in changedBy ? changedBy.memberId : null,
          'network' in changedBy ? changedBy.network : null,
        ],
      )
      if (admit) {
        await client.query(
          `INSERT INTO memberships (group_id, member_id, standing) VALUES ($1, $2, $3)
               ON CONFLICT (group_id, member_id) DO UPDATE SET standing = excluded.standing`,
          [admit.groupId, admit.memberId, standing],
        )
      }
      return { type: 'Changed', standing }
    }),
})
