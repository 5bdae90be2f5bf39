import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { drizzleFixtures } from '../../drizzle/test/fixtures.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PostgreSQL: Drizzle, its query builder',
  server: 'PostgreSQL',
  async open(server) {
    const { url, drop } = await freshDatabase(server)
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url }))
    const [one, other] = pools as [pg.Pool, pg.Pool]
    // The drop may end a connection that is still closing, which is no news.
    for (const pool of pools) pool.on('error', () => undefined)
    return {
      fixturesOf: drizzleFixtures(drizzle(one), one, drizzle(other)),
      async close() {
        for (const pool of pools) await pool.end()
        await drop()
      },
    }
  },
}
