import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database } from '../database.js'
import { MIGRATION, SCHEMA } from './fixtures.js'

/** The network's database in this process, empty but for what it had before the migration. */
export async function openExisting(before = '', client = new PGlite()) {
  await client.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public; RESET TIME ZONE')
  await client.exec(SCHEMA)
  await client.exec(before)
  await client.exec(MIGRATION)
  const database: Database = drizzle(client)
  return { client, database }
}
