import { PGlite } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import { kyselyDatabase } from '../../bridges/kysely-database.js'
import { postgresFixtures, SCHEMA } from '../../postgres/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PGlite: Kysely',
  options: { lacks: ['another'] },
  async open() {
    const pglite = new PGlite()
    await pglite.exec(SCHEMA)
    // All that Kysely needs of node-postgres. It takes no lists that cannot change, and asks for no cursor.
    const client = {
      query: (sql: string, parameters: readonly unknown[]) => pglite.query(sql, [...parameters]),
      release: () => undefined,
    } as unknown as PostgresPoolClient
    const pool = { connect: () => Promise.resolve(client), end: () => pglite.close() }
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    return { fixturesOf: postgresFixtures(kyselyDatabase(db)), close: () => db.destroy() }
  },
}
