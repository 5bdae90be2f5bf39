import { defineRule, type MemberId } from 'group-invitations'
import type { Database } from '../adapters/postgres/database.js'

/** Counts the invitations that members got, whoever sent them. */
export interface ReceivedCounter {
  /** Counts those sent after `since`. A member who got none may be absent. */
  countReceived(memberIds: readonly MemberId[], since: Date): Promise<ReadonlyMap<MemberId, number>>
}

/** The recipient got as many invitations as a member gets in this time. It is never revealed. */
export interface RecipientCapReached {
  readonly type: 'RecipientCapReached'
}

const DAY = 24 * 60 * 60 * 1000

/**
 * At most so many invitations to one member within so many days of 24 hours, whoever sends them.
 *
 * - It is best effort. It looks before the write: requests at once all find the same number, and pass together.
 * - It is not applied again before a delivery: it would count the invitation itself, and those that came after it.
 * - The inviter gets `RecipientUnavailable`, as for an opt-out.
 */
export const recipientIsBelowCap = (
  counter: ReceivedCounter,
  { most, days }: { readonly most: number; readonly days: number },
) =>
  defineRule({
    name: 'recipientIsBelowCap',
    load: ({ recipientIds }, now) =>
      counter.countReceived(recipientIds, new Date(+now - days * DAY)),
    check: ({ recipientId }, received): RecipientCapReached | undefined =>
      (received.get(recipientId) ?? 0) < most ? undefined : { type: 'RecipientCapReached' },
    recheck: false,
  })

/**
 * Counts in the database of the invitations. The rows that `commit` writes are the count, so that no second number can
 * differ from them. The index `invitations_of_recipient` finds them.
 */
export const receivedIn = (database: Database): ReceivedCounter => ({
  countReceived: (memberIds, since) =>
    count(
      database,
      `SELECT recipient_id AS member_id, count(*)::integer AS received
         FROM invitations
        WHERE recipient_id = ANY($1::text[]) AND sent_at > $2
        GROUP BY recipient_id`,
      [memberIds, since],
    ),
})

export async function count(
  database: Database,
  sql: string,
  parameters: unknown[],
): Promise<ReadonlyMap<MemberId, number>> {
  const { rows } = await database.query<{ member_id: string; received: number }>(sql, parameters)
  return new Map(rows.map(({ member_id, received }) => [member_id, received]))
}
