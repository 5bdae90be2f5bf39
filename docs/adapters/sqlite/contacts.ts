import type { ContactRepository } from 'group-invitations'
import type { Database } from './database.js'
import { findByLists } from './lists.js'

interface ContactRow {
  contact_id: string
}

export const contactsIn = (database: Database): ContactRepository => ({
  async findContactsAmong(memberId, candidateIds) {
    const rows = await findByLists<ContactRow>(
      database,
      `SELECT contact_id FROM contacts
        WHERE contact_id IN (SELECT value FROM json_each(?1)) AND member_id = ?2`,
      [candidateIds],
      memberId,
    )
    return new Set(rows.map((row) => row.contact_id))
  },

  async findContactsOf(memberId) {
    const rows = await database.find<ContactRow>(
      'SELECT contact_id FROM contacts WHERE member_id = ?1 ORDER BY contact_id',
      memberId,
    )
    return rows.map((row) => row.contact_id)
  },
})
