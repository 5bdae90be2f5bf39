import { openPool } from '../../mysql/wiring.js'
import { mysqlFixtures } from '../../mysql/test/fixtures.js'
import { freshDatabase } from '../../mysql/test/fresh-database.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'MariaDB: mysql2',
  server: 'MariaDB',
  async open(server) {
    const { url, drop } = await freshDatabase(server)
    const [one, other] = [openPool(url, console.error), openPool(url, console.error)]
    return {
      fixturesOf: mysqlFixtures(one, other),
      async close() {
        for (const pool of [one, other]) await pool.end()
        await drop()
      },
    }
  },
}
