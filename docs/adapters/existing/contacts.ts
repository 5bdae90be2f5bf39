import type { ContactRepository } from 'group-invitations'
import { and, eq, or, type SQL } from 'drizzle-orm'
import type { Database } from './database.js'
import { idIn, isOneOf, keyOf } from './keys.js'
import { friendships } from './schema.js'

const { userLow, userHigh, status } = friendships

export const contactsIn = (database: Database): ContactRepository => ({
  findContactsAmong: async (memberId, candidateIds) =>
    new Set(
      await findFriends(
        database,
        memberId,
        or(isOneOf(userLow, candidateIds), isOneOf(userHigh, candidateIds)),
      ),
    ),

  findContactsOf: (memberId) => findFriends(database, memberId),
})

/** One row for a pair: the user is on one side of it, and the friend on the other. */
async function findFriends(database: Database, memberId: string, condition?: SQL) {
  const key = keyOf(memberId)
  if (key === undefined) return []
  const rows = await database
    .select({ low: idIn(userLow), high: idIn(userHigh) })
    .from(friendships)
    .where(and(or(eq(userLow, key), eq(userHigh, key)), eq(status, 'accepted'), condition))
    .orderBy(userLow, userHigh)
  return rows.map(({ low, high }) => (low === memberId ? high : low))
}
