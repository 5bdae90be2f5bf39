import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Database } from '../../docs/adapters/sqlite/database.js'
import { nodeSqlite } from '../../docs/adapters/sqlite/node-sqlite.js'
import type { OpenDatabase } from '../../docs/adapters/sqlite/test/builtin.js'
import { SCHEMA } from '../../docs/adapters/sqlite/test/fixtures.js'

/** A new database for each test, in a folder of its own. Without SQLite there is none, and the tests are skipped. */
export function databaseForEachTest(DatabaseSync: OpenDatabase | undefined) {
  const opened = {} as {
    folder: string
    file: string
    /** For what a test does to the tables itself. */
    connection: InstanceType<OpenDatabase>
    /** The same connection, for the adapter. */
    database: Database
  }
  beforeEach(() => {
    if (!DatabaseSync) return
    opened.folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
    opened.file = join(opened.folder, 'network.db')
    opened.connection = new DatabaseSync(opened.file)
    opened.database = nodeSqlite(opened.connection)
    opened.connection.exec(SCHEMA)
  })
  afterEach(() => {
    if (!DatabaseSync) return
    opened.connection.close()
    rmSync(opened.folder, { recursive: true })
  })
  return opened
}
