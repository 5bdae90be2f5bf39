import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, test } from 'vitest'
import { nodeSqlite } from '../../docs/adapters/sqlite/node-sqlite.js'
import { sqlite } from '../../docs/adapters/sqlite/test/builtin.js'
import { SCHEMA, sqliteFixtures } from '../../docs/adapters/sqlite/test/fixtures.js'
import { proveAdapters } from '../support/prove-adapters.js'

const DatabaseSync = await sqlite()
if (DatabaseSync) {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-sqlite-'))
  const file = join(folder, 'network.db')
  const [one, other] = [new DatabaseSync(file), new DatabaseSync(file)]
  one.exec(SCHEMA)
  afterAll(() => {
    one.close()
    other.close()
    rmSync(folder, { recursive: true })
  })
  proveAdapters('SQLite', sqliteFixtures(nodeSqlite(one), nodeSqlite(other)))
} else {
  test.skip(`SQLite comes with Node 22, and this is ${process.version}: npm run test:sqlite`, () =>
    undefined)
}
