import { deliveriesOf } from 'group-invitations'
import type pg from 'pg'
import type { Database } from '../../postgres/database.js'
import { invitationsIn } from '../../postgres/invitations.js'
import { untilWaiting } from '../../postgres/test/server/pools.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'

/** Commits over the bridge while another commit, of the same identifier for another pair, is about to end. */
export async function commitsMeet(pool: pg.Pool, bridge: Database) {
  const recordOf = (recipientId: string) => {
    const invitation = {
      ...aRequest({ recipientId }),
      invitationId: 'i-1',
      sentAt: NOW,
      repeatableAt: after(NOW, 1000),
    }
    return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation) }
  }
  const other = await pool.connect()
  try {
    await other.query('BEGIN')
    await invitationsIn(other).commit(recordOf('clara'))
    const [outcome] = await Promise.all([
      invitationsIn(bridge).commit(recordOf('bernd')),
      untilWaiting(pool).then(() => other.query('COMMIT')),
    ])
    return outcome
  } finally {
    other.release()
  }
}
