import knex from 'knex'
import { knexDatabase } from '../knex-database.js'
import type { OpenBridge } from './open-bridge.js'

export function openKnex(url: string): Promise<OpenBridge> {
  const db = knex({ client: 'pg', connection: url })
  return Promise.resolve({
    database: knexDatabase(db),
    transaction: (work) =>
      db.transaction((trx) =>
        work(knexDatabase(trx), (invitationId) =>
          trx('notes').insert({ invitation_id: invitationId }),
        ),
      ),
    close: () => db.destroy(),
  })
}
