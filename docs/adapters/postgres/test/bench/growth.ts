import { type InvitationRecord, repeatableAt } from 'group-invitations'
import type { Pool } from 'pg'
import { factsIn } from '../../facts.js'
import { invitationsIn } from '../../invitations.js'
import { type Explained, explaining } from './explaining.js'
import { BUSIEST, fillTables, freshRecipient, requestOf } from './world.js'

/** What a statement of a send reads, and takes, if there are so many past invitations. */
export interface Growth extends Explained {
  readonly statement: string
  readonly inviter: string
  readonly past: number
}

const ORDINARY = 'i-1'

/** Fills the tables, and explains all statements of a send. */
export async function growthAt(pool: Pool, past: number): Promise<Growth[]> {
  await fillTables(pool, past)
  const client = await pool.connect()
  const rows: Growth[] = []
  try {
    for (const inviterId of [ORDINARY, BUSIEST]) {
      const inviter = inviterId === BUSIEST ? 'a tenth of all' : 'about 100'
      await explainSend(inviterId, (statement, explained) => {
        rows.push({ statement, inviter, past, ...explained })
      })
    }
  } finally {
    client.release(true)
  }
  return rows

  async function explainSend(
    inviterId: string,
    report: (statement: string, explained: Explained) => void,
  ): Promise<void> {
    let name = ''
    const database = explaining(client, (sql, explained) => {
      report(sql.includes('held_by') ? 'reason of a denied commit' : name, explained)
    })
    const invitations = invitationsIn(database)
    const request = requestOf(inviterId, freshRecipient(), 'Hallo')
    name = 'facts'
    await factsIn(database)(request, new Date())
    name = 'findInvitation'
    await invitations.findInvitation('past-7')
    name = 'commit'
    await invitations.commit(recordOf(inviterId, freshRecipient()))
    name = 'commit at a pace'
    await invitations.commit({
      ...recordOf(inviterId, freshRecipient()),
      pace: { burst: 20, everyMs: 60_000 },
    })
    name = 'commit, denied'
    const outcome = await invitations.commit(recordOf(inviterId, await someoneInvited(inviterId)))
    if (outcome.type !== 'PairTaken') throw new Error(outcome.type)
  }

  /** The recipient of an invitation whose claim has not ended. */
  async function someoneInvited(inviterId: string): Promise<string> {
    const { rows } = await client.query<{ recipient_id: string }>(
      'SELECT recipient_id FROM invitations WHERE inviter_id = $1 ORDER BY sent_at DESC LIMIT 1',
      [inviterId],
    )
    return rows[0]?.recipient_id ?? ''
  }
}

function recordOf(inviterId: string, recipientId: string): InvitationRecord {
  const invitationId = 'explained'
  const sentAt = new Date()
  return {
    invitation: {
      ...requestOf(inviterId, recipientId, 'Hallo'),
      invitationId,
      sentAt,
      repeatableAt: repeatableAt(sentAt),
    },
    textFingerprint: '1.',
    deliveries: [
      { deliveryId: `${invitationId}.email`, invitationId, channel: 'email' },
      { deliveryId: `${invitationId}.news`, invitationId, channel: 'news' },
    ],
  }
}
