import type { Knex } from 'knex'
import type { Database } from '../postgres/database.js'

/**
 * Over Knex, or over a transaction of it. Knex knows no `$1`, and puts all values into the message of the driver's error:
 * only what follows the statement is kept of it.
 */
export const knexDatabase = (db: Knex): Database => ({
  async query<Row>(sql: string, parameters: unknown[] = []) {
    const named = sql.replaceAll('?', '\\?').replace(/\$(\d+)/g, ':p$1')
    // They are passed on to node-postgres, which takes anything.
    const values = parameters as Knex.Value[]
    const bindings = Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]))
    try {
      return await db.raw<{ rows: Row[] }>(named, bindings)
    } catch (error) {
      if (error instanceof Error) error.message = error.message.split(' - ').at(-1) ?? ''
      throw error
    }
  },
})
