import { openFile } from '../../sqlite/test/libsql-file.js'
import { sqliteFixtures } from '../../sqlite/test/fixtures.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'SQLite: libsql',
  async open() {
    const file = await openFile()
    return {
      fixturesOf: sqliteFixtures(file.one, file.other),
      close() {
        file.close()
        return Promise.resolve()
      },
    }
  },
}
