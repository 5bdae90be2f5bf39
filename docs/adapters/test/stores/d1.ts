import { SCHEMA_STATEMENTS, sqliteFixtures } from '../../sqlite/test/fixtures.js'
import { openWorkers } from '../../sqlite/test/workers.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'SQLite: Cloudflare D1',
  async open() {
    const { databaseOf, close } = await openWorkers(['one', 'other'])
    const [one, other] = [databaseOf('one'), databaseOf('other')]
    await one.batch(SCHEMA_STATEMENTS)
    return { fixturesOf: sqliteFixtures(one, other), close }
  },
}
