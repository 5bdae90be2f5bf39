import type { Knex } from 'knex'
import type { Database } from '../postgres/database.js'
import { nameOf } from '../postgres/prepared.js'

/**
 * Over Knex, or over a transaction of it. Knex knows no `$1`, and puts the statement before the message of the driver's
 * error, with values if it finds a `?` in it: only what follows is kept.
 */
export const knexDatabase = (db: Knex): Database => ({
  async query<Row>(sql: string, parameters: unknown[] = []) {
    const named = sql.replaceAll('?', '\\?').replace(/\$(\d+)/g, ':p$1')
    // They are passed on to node-postgres, which takes anything.
    const values = parameters as Knex.Value[]
    const bindings = Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]))
    try {
      return await db.raw<{ rows: Row[] }>(named, bindings).options({ name: nameOf(sql) })
    } catch (error) {
      if (error instanceof Error) error.message = error.message.split(' - ').at(-1) ?? ''
      throw error
    }
  },
})
