import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { libsql } from '../../sqlite/libsql.js'
import { SCHEMA, sqliteFixtures } from '../../sqlite/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'SQLite: libsql',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'group-invitations-libsql-'))
    const open = () => createClient({ url: `file:${join(folder, 'network.db')}`, timeout: 500 })
    const [one, other] = [open(), open()]
    await one.execute('PRAGMA journal_mode = WAL')
    await one.executeMultiple(SCHEMA)
    return {
      fixturesOf: sqliteFixtures(libsql(one), libsql(other)),
      close() {
        one.close()
        other.close()
        rmSync(folder, { recursive: true })
        return Promise.resolve()
      },
    }
  },
}
