import type { PreferenceRepository } from 'group-invitations'
import { type OptOutRow, optOutsIn, scopeOf } from '../shared/opt-outs.js'
import { tryAgain } from '../shared/try-again.js'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

// From everything is asked for alone: it belongs to no list of inviters or groups, which may have several parts.
const FROM_ALL = `
  SELECT member_id, scope, scope_id
    FROM opt_outs
   WHERE member_id IN (SELECT value FROM json_each(?1)) AND scope = 'all'`

const FROM_SOME = `
  SELECT member_id, scope, scope_id
    FROM opt_outs
   WHERE member_id IN (SELECT value FROM json_each(?1))
     AND scope = ?3 AND scope_id IN (SELECT value FROM json_each(?2))`

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptOuts(memberIds, inviterIds, groupIds) {
    const found = await Promise.all([
      findByLists<OptOutRow>(database, FROM_ALL, [memberIds]),
      findByLists<OptOutRow>(database, FROM_SOME, [memberIds, inviterIds], 'inviter'),
      findByLists<OptOutRow>(database, FROM_SOME, [memberIds, groupIds], 'group'),
    ])
    return optOutsIn(found.flat())
  },

  async setOptOut(memberId, optOut, isOut) {
    const sql = isOut
      ? 'INSERT INTO opt_outs (member_id, scope, scope_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING'
      : 'DELETE FROM opt_outs WHERE member_id = ?1 AND scope = ?2 AND scope_id = ?3'
    const parameters = [memberId, ...scopeOf(optOut)]
    await tryAgain(() => database.batch([{ sql, parameters }]), kindOf)
  },
})
