import type { PreferenceRepository } from 'group-invitations'
import type { Database } from './database.js'

export const preferencesIn = (database: Database): PreferenceRepository => ({
  async findOptedOut(memberIds) {
    const { rows } = await database.query<{ member_id: string }>(
      'SELECT member_id FROM opt_outs WHERE member_id = ANY($1::text[])',
      [memberIds],
    )
    return new Set(rows.map((row) => row.member_id))
  },

  async setOptedOut(memberId, optedOut) {
    await database.query(
      optedOut
        ? 'INSERT INTO opt_outs (member_id) VALUES ($1) ON CONFLICT DO NOTHING'
        : 'DELETE FROM opt_outs WHERE member_id = $1',
      [memberId],
    )
  },
})
