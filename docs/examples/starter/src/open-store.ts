import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { libsql } from './adapters/sqlite/libsql.js'
import { openService } from './adapters/sqlite/wiring.js'

/** Opens the policy and the services over a file of SQLite, such as `file:invitations.db`. */
export async function openStore(url: string) {
  // Another process that writes is waited for: half a second, ten times.
  const open = () => createClient({ url, timeout: 500 })
  const client = open()
  await client.execute('PRAGMA journal_mode = WAL')
  const tables = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'claims'")
  if (tables.rows.length === 0) {
    const [schema, seed] = [textOf('adapters/sqlite/schema.sql'), textOf('seed.sql')]
    await client.executeMultiple(`BEGIN; ${schema} ${seed} COMMIT;`)
  }
  client.close()

  const database = libsql(open)
  return { database, ...openService(database) }
}

/** What the routes and the relay work with. */
export type Store = Awaited<ReturnType<typeof openStore>>

// The compiler leaves the SQL in src.
const textOf = (path: string) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8')
