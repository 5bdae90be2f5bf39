import { defineRule, type MemberId } from 'group-invitations'
import type { Database } from '../../adapters/sqlite/database.js'

/** When each member has joined the network, in milliseconds. Run it once. Who is there already joined long ago. */
export const JOINED_AT = 'ALTER TABLE members ADD COLUMN joined_at INTEGER NOT NULL DEFAULT 0'

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000

/** The inviter has joined the network less than 7 days ago. */
export interface InviterTooNew {
  readonly type: 'InviterTooNew'
  readonly until: Date
}

/** Members invite only when they have been in the network for 7 days. */
export const inviterIsEstablished = (database: Database) =>
  defineRule({
    name: 'inviterIsEstablished',
    load: ({ inviterId }) => newUntil(database, inviterId),
    check: (_candidate, until, { now }): InviterTooNew | undefined =>
      until !== undefined && now < until ? { type: 'InviterTooNew', until } : undefined,
  })

async function newUntil(database: Database, memberId: MemberId): Promise<Date | undefined> {
  const [member] = await database.find<{ joined_at: number }>(
    'SELECT joined_at FROM members WHERE member_id = ?1',
    memberId,
  )
  return member && new Date(member.joined_at + SEVEN_DAYS)
}
