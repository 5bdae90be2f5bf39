import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { existingFixtures, MIGRATION, OPTIONS, SCHEMA } from '../../existing/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'A schema that exists: Drizzle, pg',
  server: 'PostgreSQL',
  options: OPTIONS,
  async open(server) {
    const name = `group_invitations_${randomUUID().replaceAll('-', '')}`
    const admin = new pg.Pool({ connectionString: server })
    await admin.query(`CREATE DATABASE ${name}`)
    const url = new URL(server)
    url.pathname = name
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url.href }))
    const [one, other] = pools as [pg.Pool, pg.Pool]
    await one.query(SCHEMA)
    await one.query(MIGRATION)
    return {
      fixturesOf: existingFixtures(drizzle(one), drizzle(other)),
      async close() {
        for (const pool of pools) await pool.end()
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
        await admin.end()
      },
    }
  },
}
