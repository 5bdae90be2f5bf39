import type { PreferenceRepository } from 'group-invitations'
import { type OptOutRow, optOutsIn, scopeOf } from '../shared/opt-outs.js'
import { tryAgain } from '../shared/try-again.js'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'
import { listed } from './lists.js'

// INSERT IGNORE would also ignore all that does not fit into the columns, and cut it off.
const ADD = `
  INSERT INTO opt_outs (member_id, scope, scope_id) VALUES (?, ?, ?)
      ON DUPLICATE KEY UPDATE scope_id = opt_outs.scope_id`

const END = 'DELETE FROM opt_outs WHERE member_id = ? AND scope = ? AND scope_id = ?'

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptOuts(memberIds, inviterIds, groupIds) {
    const rows = await database.find<OptOutRow>(
      `SELECT member_id, scope, scope_id
         FROM opt_outs
        WHERE member_id IN (?)
          AND (scope = 'all'
               OR (scope = 'inviter' AND scope_id IN (?))
               OR (scope = 'group' AND scope_id IN (?)))`,
      [listed(memberIds), listed(inviterIds), listed(groupIds)],
    )
    return optOutsIn(rows)
  },

  async setOptOut(memberId, optOut, isOut) {
    const row = [memberId, ...scopeOf(optOut)]
    // In a cluster its begin waits for what other nodes have committed. A statement alone would miss a row of theirs.
    const write = () => database.transaction((own) => own.write(isOut ? ADD : END, row))
    await tryAgain(write, kindOf)
  },
})
