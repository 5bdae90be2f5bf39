import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeSqlite } from '../../sqlite/node-sqlite.js'
import { sqlite } from '../../sqlite/test/builtin.js'
import { SCHEMA, sqliteFixtures } from '../../sqlite/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'SQLite: node:sqlite',
  node: 22,
  async open() {
    const DatabaseSync = await sqlite()
    if (!DatabaseSync) throw new Error('SQLite comes with Node 22')
    const folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
    const file = join(folder, 'network.db')
    const [one, other] = [new DatabaseSync(file), new DatabaseSync(file)]
    one.exec(SCHEMA)
    return {
      fixturesOf: sqliteFixtures(nodeSqlite(one), nodeSqlite(other)),
      close() {
        one.close()
        other.close()
        rmSync(folder, { recursive: true })
        return Promise.resolve()
      },
    }
  },
}
