import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { drizzleDatabase } from '../../bridges/drizzle-database.js'
import { postgresFixtures, SCHEMA } from '../../postgres/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PGlite: Drizzle',
  options: { lacks: ['another'] },
  async open() {
    const client = new PGlite()
    await client.exec(SCHEMA)
    const database = drizzleDatabase(drizzle(client))
    return { fixturesOf: postgresFixtures(database), close: () => client.close() }
  },
}
