import type { ContactRepository } from 'group-invitations'
import type { Database } from './database.js'

export const contactsIn = (database: Database): ContactRepository => ({
  async findContactsAmong(memberId, candidateIds) {
    const { rows } = await database.query<{ contact_id: string }>(
      'SELECT contact_id FROM contacts WHERE member_id = $1 AND contact_id = ANY($2::text[])',
      [memberId, candidateIds],
    )
    return new Set(rows.map((row) => row.contact_id))
  },

  async findContactsOf(memberId) {
    const { rows } = await database.query<{ contact_id: string }>(
      'SELECT contact_id FROM contacts WHERE member_id = $1 ORDER BY contact_id',
      [memberId],
    )
    return rows.map((row) => row.contact_id)
  },
})
