import type { PreferenceRepository } from 'group-invitations'
import { and, eq, or } from 'drizzle-orm'
import { kindOf } from '../postgres/conflicts.js'
import { codeOf } from '../shared/code-of.js'
import { optOutsIn, type OptOutRow, scopeOf } from '../shared/opt-outs.js'
import { tryAgain } from '../shared/try-again.js'
import type { Database } from './database.js'
import { optOuts } from './invitation-tables.js'
import { idIn, isOneOf, keyOf } from './keys.js'
import { notificationSettings } from './schema.js'

const { memberId, scope, scopeId } = optOuts
const { userId, communityInvites } = notificationSettings

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptOuts(memberIds, inviterIds, groupIds) {
    const [switches, scopes] = await Promise.all([
      database
        .select({ member_id: idIn(userId) })
        .from(notificationSettings)
        .where(and(isOneOf(userId, memberIds), eq(communityInvites, false))),
      database
        .select({ member_id: idIn(memberId), scope, scope_id: idIn(scopeId) })
        .from(optOuts)
        .where(
          and(
            isOneOf(memberId, memberIds),
            or(
              and(eq(scope, 'inviter'), isOneOf(scopeId, inviterIds)),
              and(eq(scope, 'group'), isOneOf(scopeId, groupIds)),
            ),
          ),
        ),
    ])
    const all = switches.map((row): OptOutRow => ({ ...row, scope: 'all', scope_id: '' }))
    return optOutsIn([...all, ...scopes])
  },

  async setOptOut(memberId, optOut, isOut) {
    const member = keyOf(memberId)
    if (member === undefined) return
    const [scope, scopeId] = scopeOf(optOut)
    const key = keyOf(scopeId)
    if (scope === 'all') await tryAgain(() => setSwitch(database, member, isOut), kindOf)
    else if (key !== undefined)
      await tryAgain(
        () => setScope(database, { memberId: member, scope, scopeId: key }, isOut),
        kindOf,
      )
  },
})

/** Writes this one column: the others belong to the network's settings page. */
async function setSwitch(database: Database, user: bigint, isOut: boolean): Promise<'set'> {
  const setting = { communityInvites: !isOut }
  try {
    await (isOut
      ? database
          .insert(notificationSettings)
          .values({ userId: user, ...setting })
          .onConflictDoUpdate({ target: userId, set: setting })
      : database.update(notificationSettings).set(setting).where(eq(userId, user)))
  } catch (error) {
    // The foreign key of the network: there is no such user, so there is nothing to store.
    if (codeOf(error) !== '23503') throw error
  }
  return 'set'
}

async function setScope(
  database: Database,
  row: typeof optOuts.$inferInsert,
  isOut: boolean,
): Promise<'set'> {
  await (isOut
    ? database.insert(optOuts).values(row).onConflictDoNothing()
    : database
        .delete(optOuts)
        .where(and(eq(memberId, row.memberId), eq(scope, row.scope), eq(scopeId, row.scopeId))))
  return 'set'
}
