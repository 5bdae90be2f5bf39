import { defineRule, type MemberId } from 'group-invitations'
import { createMessages, en } from 'group-invitations/messages'
import type { Database } from '../adapters/postgres/database.js'

/** Who may not invite for some time. Keep the row when the time is over, or delete it: it denies nobody then. */
export const FREEZES = `CREATE TABLE freezes (
  member_id    text PRIMARY KEY,
  frozen_until timestamptz(3) NOT NULL
)`

/** A person has decided that the inviter sends no invitations until then. At that instant they may again. */
export interface MayNotInviteUntil {
  readonly type: 'MayNotInviteUntil'
  readonly until: Date
}

/**
 * A member whom a person has frozen does not invite.
 *
 * It is applied again before each delivery: what waits in the outbox is cancelled, and does not come back. The service
 * reveals this denial, because the inviter must know it: `forInviter(error, { reveal: ['MayNotInviteUntil'] })`.
 */
export const inviterIsNotFrozen = (database: Database) =>
  defineRule({
    name: 'inviterIsNotFrozen',
    load: ({ inviterId }) => frozenUntil(database, inviterId),
    check: (_candidate, until, { now }): MayNotInviteUntil | undefined =>
      until !== undefined && now < until ? { type: 'MayNotInviteUntil', until } : undefined,
  })

async function frozenUntil(database: Database, memberId: MemberId): Promise<Date | undefined> {
  const { rows } = await database.query<{ frozen_until: Date }>(
    'SELECT frozen_until FROM freezes WHERE member_id = $1',
    [memberId],
  )
  return rows[0]?.frozen_until
}

/** Freezes a member. The later end of two freezes counts, so that it is safe to repeat. */
export async function freeze(database: Database, memberId: MemberId, until: Date): Promise<void> {
  await database.query(
    `INSERT INTO freezes AS held (member_id, frozen_until) VALUES ($1, $2)
         ON CONFLICT (member_id) DO UPDATE
        SET frozen_until = greatest(held.frozen_until, excluded.frozen_until)`,
    [memberId, until],
  )
}

/** English with words for the freeze. */
export const messages = createMessages<MayNotInviteUntil>(en.language, {
  MayNotInviteUntil: ({ until }, { momentFrom }) => {
    const end = momentFrom(until)
    const rule = 'You have broken the rules of inviting'
    return end === undefined
      ? `${rule}, and cannot invite for now.`
      : `${rule}. You can invite again from ${end.day} (${end.time}).`
  },
})
