import { PGlite } from '@electric-sql/pglite'
import { postgresFixtures, SCHEMA } from '../../postgres/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PGlite',
  options: { lacks: ['another'] },
  async open() {
    const database = new PGlite()
    await database.exec(SCHEMA)
    return { fixturesOf: postgresFixtures(database), close: () => database.close() }
  },
}
