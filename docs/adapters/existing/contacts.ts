import type { ContactRepository } from 'group-invitations'
import { and, eq, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from './database.js'
import { idIn, isOneOf, keyOf } from './keys.js'
import { friendships } from './schema.js'

const { userLow, userHigh, status } = friendships

export const contactsIn = (database: Database): ContactRepository => ({
  findContactsAmong: async (memberId, candidateIds) =>
    new Set(await findFriends(database, memberId, (friend) => isOneOf(friend, candidateIds))),

  findContactsOf: (memberId) => findFriends(database, memberId),
})

/** One row for a pair: the user is on one side of it, and the friend on the other. */
async function findFriends(
  database: Database,
  memberId: string,
  isAsked: (friend: PgColumn) => SQL | undefined = () => undefined,
) {
  const key = keyOf(memberId)
  if (key === undefined) return []
  const isFriend = or(
    and(eq(userLow, key), isAsked(userHigh)),
    and(eq(userHigh, key), isAsked(userLow)),
  )
  const rows = await database
    .select({ low: idIn(userLow), high: idIn(userHigh) })
    .from(friendships)
    .where(and(isFriend, eq(status, 'accepted')))
    .orderBy(userLow, userHigh)
  return rows.map(({ low, high }) => (low === memberId ? high : low))
}
