import type { ContactRepository } from 'group-invitations'
import type { Database } from './database.js'
import { listed } from './lists.js'

export const contactsIn = (database: Database): ContactRepository => ({
  async findContactsAmong(memberId, candidateIds) {
    const rows = await database.find<{ contact_id: string }>(
      `SELECT contact_id FROM contacts WHERE member_id = ? AND contact_id IN (?)`,
      [memberId, listed(candidateIds)],
    )
    return new Set(rows.map((row) => row.contact_id))
  },

  async findContactsOf(memberId) {
    const rows = await database.find<{ contact_id: string }>(
      'SELECT contact_id FROM contacts WHERE member_id = ? ORDER BY contact_id',
      [memberId],
    )
    return rows.map((row) => row.contact_id)
  },
})
