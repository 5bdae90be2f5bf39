import { Miniflare } from 'miniflare'
import { d1 } from '../../sqlite/d1.js'
import { SCHEMA_STATEMENTS, sqliteFixtures } from '../../sqlite/test/fixtures.js'
import type { Store } from './store.js'

/** Two Workers with a binding to the same database, as a deployed service has many. */
const WORKERS = ['one', 'other']

export const store: Store = {
  name: 'SQLite: Cloudflare D1',
  async open() {
    const miniflare = new Miniflare({
      workers: WORKERS.map((name) => ({
        name,
        modules: true,
        script: 'export default {}',
        d1Databases: { DB: 'network' },
        // Not later than the binary of workerd.
        compatibilityDate: '2026-01-01',
      })),
    })
    const [one, other] = await Promise.all(
      WORKERS.map(async (name) => d1(await miniflare.getD1Database('DB', name))),
    )
    if (!one || !other) throw new Error('not reached')
    await one.batch(SCHEMA_STATEMENTS)
    return { fixturesOf: sqliteFixtures(one, other), close: () => miniflare.dispose() }
  },
}
