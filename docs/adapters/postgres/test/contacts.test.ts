import { PGlite } from '@electric-sql/pglite'
import { contactRepositoryContract } from 'group-invitations/testing'
import { afterAll, beforeAll, test } from 'vitest'
import { contactsIn } from '../contacts.js'

const database = new PGlite()

beforeAll(() => database.exec('CREATE TABLE contacts (member_id text, contact_id text)'))
afterAll(() => database.close())

const cases = contactRepositoryContract(async () => {
  await database.query('TRUNCATE contacts')
  return {
    repository: contactsIn(database),
    async seed({ contacts }) {
      const one = contacts.map(([memberId]) => memberId)
      const other = contacts.map(([, memberId]) => memberId)
      // Two rows for each pair, one for each side.
      const sql = 'INSERT INTO contacts SELECT * FROM unnest($1::text[], $2::text[])'
      await database.query(sql, [one, other])
      await database.query(sql, [other, one])
    },
    close: () => undefined,
  }
})

for (const { name, run } of cases) test(name, run)
