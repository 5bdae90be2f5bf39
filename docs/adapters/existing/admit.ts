import type { NewStanding, Standing } from 'group-invitations'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from './database.js'
import { existingKeyOf } from './keys.js'
import { NEW_ROLE, standingOf } from './roles.js'
import { communityMembers } from './schema.js'

const { id, communityId, userId, state, leftAt } = communityMembers

/**
 * Writes the membership as the network's own code does: an application or a follower's row becomes a membership, else
 * there is a new row, and what the earlier feature has written ends. Writes nothing if the user has this standing or a
 * higher one, or is banned. Returns the standing afterwards.
 *
 * The lock holds off all who change a row that is there. If there is none, the index of migration.sql lets one insert
 * pass; the others get a conflict, and try again.
 */
export async function admitIn(
  tx: Database,
  { groupId, memberId, standing }: NewStanding,
  at: Date,
): Promise<Standing> {
  const parties = { communityId: existingKeyOf(groupId), userId: existingKeyOf(memberId) }
  const isOpen = and(
    eq(communityId, parties.communityId),
    eq(userId, parties.userId),
    isNull(leftAt),
  )
  const open = await tx.select().from(communityMembers).where(isOpen).orderBy(id).for('update')
  const current = open.find((row) => ['requested', 'active', 'blocked'].includes(row.state))
  const held = current && standingOf(current)
  if (held !== undefined && (held !== 'pending' || standing === 'pending')) return held

  // The columns have no zone, and Drizzle writes a Date in UTC. `now()` would be the session's local time.
  const row = {
    role: NEW_ROLE,
    ...(standing === 'member'
      ? ({ state: 'active', joinedAt: at } as const)
      : ({ state: 'requested' } as const)),
  }
  if (current) await tx.update(communityMembers).set(row).where(eq(id, current.id))
  else await tx.insert(communityMembers).values({ ...parties, ...row })
  await tx
    .update(communityMembers)
    .set({ state: 'left', leftAt: at })
    .where(and(isOpen, eq(state, 'invited')))
  return standing
}
