import type { Client } from '@libsql/client'
import { kindOf } from './conflicts.js'
import type { Database } from './database.js'

/**
 * A client of libsql: a file, or Turso. For a file, give it a `timeout`, and set WAL once (see the README). `open`
 * makes a new client, and is called again if somebody else has kept a file locked: the connection that has waited in
 * vain cannot commit any more (tursodatabase/libsql-client-ts#352).
 */
export function libsql(open: () => Client): Database & { close(): void } {
  let client = open()
  const replace = (used: Client) => {
    if (used !== client || used.protocol !== 'file') return
    client = open()
    // A call that has a connection of it already is done by then, because each call on a file is synchronous.
    setImmediate(() => {
      used.close()
    })
  }
  return {
    // No batch: its COMMIT would fail on such a connection.
    async find<Row>(...[sql, ...args]: Parameters<Database['find']>) {
      const { rows } = await client.execute({ sql, args })
      // The caller knows the columns.
      return rows as unknown as Row[]
    },
    async batch(statements) {
      const used = client
      try {
        const results = await used.batch(
          statements.map(({ sql, parameters }) => ({ sql, args: [...parameters] })),
          'write',
        )
        return results.map(({ rows }) => rows)
      } catch (error) {
        if (kindOf(error) === 'conflict') replace(used)
        throw error
      }
    },
    close: () => {
      client.close()
    },
  }
}
