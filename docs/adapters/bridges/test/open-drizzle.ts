import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { drizzleDatabase } from '../drizzle-database.js'
import type { OpenBridge } from './open-bridge.js'

const notes = pgTable('notes', { invitationId: text('invitation_id').primaryKey() })

export function openDrizzle(url: string): Promise<OpenBridge> {
  const pool = new pg.Pool({ connectionString: url })
  const db = drizzle(pool, { schema: { notes } })
  return Promise.resolve({
    database: drizzleDatabase(db),
    transaction: (work) =>
      db.transaction((tx) =>
        work(drizzleDatabase(tx), (invitationId) => tx.insert(notes).values({ invitationId })),
      ),
    close: () => pool.end(),
  })
}
