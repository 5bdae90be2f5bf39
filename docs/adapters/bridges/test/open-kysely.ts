import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { kyselyDatabase } from '../kysely-database.js'
import type { OpenBridge } from './open-bridge.js'

interface Tables {
  notes: { invitationId: string }
}

export async function openKysely(url: string): Promise<OpenBridge> {
  const dialect = new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) })
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })
  return Promise.resolve({
    database: kyselyDatabase(db),
    transaction: (work) =>
      db
        .transaction()
        .execute((trx) =>
          work(kyselyDatabase(trx), (invitationId) =>
            trx.insertInto('notes').values({ invitationId }).execute(),
          ),
        ),
    close: () => db.destroy(),
  })
}
