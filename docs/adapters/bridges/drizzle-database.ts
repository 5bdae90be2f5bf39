import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Database } from '../postgres/database.js'

/**
 * Over Drizzle with node-postgres or PGlite, or over a transaction of it. It goes past `execute`, which returns
 * instants as strings, and whose errors quote all parameters, and with them what members wrote.
 */
export function drizzleDatabase<Schema extends Record<string, unknown>>(
  db: PgDatabase<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>,
): Database {
  // A private field of each session. `$client` is the same, but a transaction has none.
  const client: unknown = Reflect.get(db._.session, 'client')
  if (!isDatabase(client)) throw new TypeError('The client of Drizzle has no `query`')
  return { query: (sql, parameters) => client.query(sql, parameters) }
}

const isDatabase = (client: unknown): client is Database =>
  typeof client === 'object' &&
  client !== null &&
  typeof Reflect.get(client, 'query') === 'function'
