import { postgresFixtures } from '../../postgres/test/fixtures.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import type { Store } from '../../test/stores/store.js'
import type { OpenBridge } from './open-bridge.js'

/** Two instances of an ORM over PostgreSQL, each with connections of its own. */
export const storeOver = (name: string, open: (url: string) => Promise<OpenBridge>): Store => ({
  name: `PostgreSQL: ${name}`,
  server: 'PostgreSQL',
  async open(server) {
    const { url, drop } = await freshDatabase(server)
    const [one, other] = [await open(url), await open(url)]
    return {
      fixturesOf: postgresFixtures(one.database, other.database),
      async close() {
        await one.close()
        await other.close()
        await drop()
      },
    }
  },
})
