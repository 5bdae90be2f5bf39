import type { Client } from '@libsql/client'
import type { Database, Statement } from './database.js'

/**
 * A client of libsql: a file, or Turso. For a file, give it a `timeout`, and set WAL once (see the README). Reads are not
 * to come from a replica: it may not have what was just written.
 */
export function libsql(client: Client): Database {
  return {
    async find<Row>(sql: string, ...parameters: Statement['parameters']) {
      const [result] = await client.batch([{ sql, args: [...parameters] }], 'read')
      // The caller knows the columns.
      return (result?.rows ?? []) as unknown as Row[]
    },
    async batch(statements) {
      const results = await client.batch(
        statements.map(({ sql, parameters }) => ({ sql, args: [...parameters] })),
        'write',
      )
      return results.map(({ rows }) => rows)
    },
  }
}
