import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { existingFixtures, MIGRATION, OPTIONS, SCHEMA } from '../../existing/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'A schema that exists: Drizzle, PGlite',
  options: { ...OPTIONS, lacks: [...OPTIONS.lacks, 'another'] },
  async open() {
    const client = new PGlite()
    await client.exec(SCHEMA)
    await client.exec(MIGRATION)
    return { fixturesOf: existingFixtures(drizzle(client)), close: () => client.close() }
  },
}
