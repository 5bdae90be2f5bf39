import pg from 'pg'
import { postgresFixtures } from '../../postgres/test/fixtures.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PostgreSQL: pg',
  server: 'PostgreSQL',
  async open(server) {
    const { url, drop } = await freshDatabase(server)
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url }))
    // The database is dropped before its server has closed all connections.
    for (const pool of pools) pool.on('error', () => undefined)
    const [one, other] = pools as [pg.Pool, pg.Pool]
    return {
      fixturesOf: postgresFixtures(one, other),
      async close() {
        for (const pool of pools) await pool.end()
        await drop()
      },
    }
  },
}
