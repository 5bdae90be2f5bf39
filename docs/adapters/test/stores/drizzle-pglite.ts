import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { drizzleFixtures } from '../../drizzle/test/fixtures.js'
import { SCHEMA } from '../../postgres/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PGlite: Drizzle, its query builder',
  options: { lacks: ['another'] },
  async open() {
    const client = new PGlite()
    await client.exec(SCHEMA)
    return { fixturesOf: drizzleFixtures(drizzle(client), client), close: () => client.close() }
  },
}
