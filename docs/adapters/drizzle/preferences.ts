import { and, eq, inArray, or } from 'drizzle-orm'
import type { PreferenceRepository } from 'group-invitations'
import { kindOf } from '../postgres/conflicts.js'
import { optOutsIn, scopeOf } from '../shared/opt-outs.js'
import { tryAgain } from '../shared/try-again.js'
import type { Database } from './database.js'
import { optOuts } from './schema.js'

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptOuts(memberIds, inviterIds, groupIds) {
    const concernsThem = or(
      eq(optOuts.scope, 'all'),
      and(eq(optOuts.scope, 'inviter'), inArray(optOuts.scope_id, inviterIds)),
      and(eq(optOuts.scope, 'group'), inArray(optOuts.scope_id, groupIds)),
    )
    const rows = await database
      .select()
      .from(optOuts)
      .where(and(inArray(optOuts.member_id, memberIds), concernsThem))
    return optOutsIn(rows)
  },

  async setOptOut(memberId, optOut, isOut) {
    const [scope, scope_id] = scopeOf(optOut)
    const ofMember = and(
      eq(optOuts.member_id, memberId),
      eq(optOuts.scope, scope),
      eq(optOuts.scope_id, scope_id),
    )
    const row = { member_id: memberId, scope, scope_id }
    await tryAgain(
      async () =>
        isOut
          ? database.insert(optOuts).values(row).onConflictDoNothing()
          : database.delete(optOuts).where(ofMember),
      kindOf,
    )
  },
})
