import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { existingFixtures, MIGRATION, OPTIONS, SCHEMA } from '../../existing/test/fixtures.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'A schema that exists: Drizzle, pg',
  server: 'PostgreSQL',
  options: OPTIONS,
  async open(server) {
    const { url, drop } = await freshDatabase(server, `${SCHEMA};${MIGRATION}`)
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url }))
    const [one, other] = pools as [pg.Pool, pg.Pool]
    // The database is dropped before its server has closed all connections.
    for (const pool of pools) pool.on('error', () => undefined)
    return {
      fixturesOf: existingFixtures(drizzle(one), drizzle(other)),
      async close() {
        for (const pool of pools) await pool.end()
        await drop()
      },
    }
  },
}
