import type { Pool } from 'pg'
import {
  type Deed,
  type DeedCall,
  groupOf,
  guestOf,
  invitationOf,
} from '../../../../../../test/support/race/answer-plan.js'
import { inTransaction } from '../../../transaction.js'

const UPSERT = `INSERT INTO memberships AS held VALUES ($1, $2, $3) ON CONFLICT (group_id, member_id) DO`
const OF_MEMBER = `WHERE group_id = $1 AND member_id = $2`
const LEAVE = `DELETE FROM memberships ${OF_MEMBER} AND standing <> 'banned'`
const ERASE = `DELETE FROM invitations WHERE invitation_id = $1`

/** What the service's other code does: it writes memberships and erases invitations, and knows nothing of answers. */
export function doDeed(pool: Pool, call: DeedCall): Promise<void> {
  return inTransaction(pool, async (client) => {
    for (const [sql, parameters] of statementsOf(call)) {
      await client.query(sql, parameters)
      await client.query('SELECT pg_sleep(random() * 0.02)')
    }
  })
}

function statementsOf({ invitation, deed }: DeedCall): [sql: string, parameters: string[]][] {
  const membership = [groupOf(invitation), guestOf(invitation)]
  const erase: [string, string[]] = [ERASE, [invitationOf(invitation)]]
  const statements: Readonly<Record<Deed, [string, string[]][]>> = {
    ban: [[`${UPSERT} UPDATE SET standing = excluded.standing`, [...membership, 'banned']]],
    unban: [[`DELETE FROM memberships ${OF_MEMBER} AND standing = 'banned'`, membership]],
    join: [
      [
        `${UPSERT} UPDATE SET standing = excluded.standing WHERE held.standing = 'pending'`,
        [...membership, 'member'],
      ],
    ],
    apply: [[`${UPSERT} NOTHING`, [...membership, 'pending']]],
    promote: [
      [
        `UPDATE memberships SET standing = 'moderator' ${OF_MEMBER} AND standing = 'member'`,
        membership,
      ],
    ],
    leave: [[LEAVE, membership]],
    erase: [erase],
    // Locks in the other order than an answer: one of the two may be the victim of a deadlock.
    expel: [[LEAVE, membership], erase],
  }
  return statements[deed]
}
