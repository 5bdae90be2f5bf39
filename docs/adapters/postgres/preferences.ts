import type { OptOut, PreferenceRepository } from 'group-invitations'
import type { Database } from './database.js'
import { tryAgain } from './try-again.js'

interface OptOutRow {
  member_id: string
  scope: 'all' | 'inviter' | 'group'
  scope_id: string
}

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
    const optOuts = new Map<string, OptOut[]>()
    for (const row of rows) {
      optOuts.set(row.member_id, [...(optOuts.get(row.member_id) ?? []), optOutIn(row)])
    }
    return optOuts
  },

  async setOptOut(memberId, optOut, isOut) {
    const statement = isOut
      ? 'INSERT INTO opt_outs (member_id, scope, scope_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      : 'DELETE FROM opt_outs WHERE member_id = $1 AND scope = $2 AND scope_id = $3'
    await tryAgain(() => database.query(statement, [memberId, ...scopeOf(optOut)]))
  },
})

function optOutIn({ scope, scope_id }: OptOutRow): OptOut {
  if (scope === 'all') return scope
  return scope === 'inviter' ? { inviterId: scope_id } : { groupId: scope_id }
}

function scopeOf(optOut: OptOut): [scope: OptOutRow['scope'], scopeId: string] {
  if (optOut === 'all') return [optOut, '']
  return 'inviterId' in optOut ? ['inviter', optOut.inviterId] : ['group', optOut.groupId]
}
