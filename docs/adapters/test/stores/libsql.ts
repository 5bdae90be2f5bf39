import { openFile } from '../../sqlite/test/libsql-file.js'
import { sqliteFixtures } from '../../sqlite/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'SQLite: libsql',
  async open() {
    const { one, other, close } = await openFile()
    return { fixturesOf: sqliteFixtures(one, other), close: () => Promise.resolve(close()) }
  },
}
