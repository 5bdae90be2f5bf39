import type { PreferenceRepository } from 'group-invitations'
import { type OptOutRow, optOutsIn, scopeOf } from '../shared/opt-outs.js'
import { tryAgain } from '../shared/try-again.js'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptOuts(memberIds, inviterIds, groupIds) {
    const { rows } = await database.query<OptOutRow>(
      `SELECT member_id, scope, scope_id
         FROM opt_outs
        WHERE member_id = ANY($1::text[])
          AND (scope = 'all'
               OR (scope = 'inviter' AND scope_id = ANY($2::text[]))
               OR (scope = 'group' AND scope_id = ANY($3::text[])))`,
      [memberIds, inviterIds, groupIds],
    )
    return optOutsIn(rows)
  },

  async setOptOut(memberId, optOut, isOut) {
    const statement = isOut
      ? 'INSERT INTO opt_outs (member_id, scope, scope_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      : 'DELETE FROM opt_outs WHERE member_id = $1 AND scope = $2 AND scope_id = $3'
    await tryAgain(() => database.query(statement, [memberId, ...scopeOf(optOut)]), kindOf)
  },
})
