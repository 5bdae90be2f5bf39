import { and, eq, inArray } from 'drizzle-orm'
import type { ContactRepository } from 'group-invitations'
import type { Database } from './database.js'
import { contacts } from './schema.js'

export const contactsIn = (database: Database): ContactRepository => ({
  async findContactsAmong(memberId, candidateIds) {
    const rows = await database
      .select({ contact_id: contacts.contact_id })
      .from(contacts)
      .where(and(eq(contacts.member_id, memberId), inArray(contacts.contact_id, candidateIds)))
    return new Set(rows.map(({ contact_id }) => contact_id))
  },

  async findContactsOf(memberId) {
    const rows = await database
      .select({ contact_id: contacts.contact_id })
      .from(contacts)
      .where(eq(contacts.member_id, memberId))
      .orderBy(contacts.contact_id)
    return rows.map(({ contact_id }) => contact_id)
  },
})
