import pg from 'pg'
import { networkFor } from '../../../../../test/support/race/plan.js'
import { seed } from '../../../postgres/test/fixtures.js'
import { freshDatabase } from '../../../postgres/test/server/fresh-database.js'
import { startOwnServer } from '../../../postgres/test/server/server.js'
import { atEnd } from '../ending.js'
import type { Part } from '../part.js'
import { flawsIn, linesOf } from '../race/check.js'
import { race } from '../race/race.js'
import { storedBy } from '../race/stored.js'

export const part: Part = {
  name: 'PostgreSQL',
  packages: ['postgresql'],
  async run(scale) {
    const server = await startOwnServer()
    atEnd(() => {
      server.stop()
    })
    const { url } = await freshDatabase(server.url)
    const plan = { ...scale, processes: 4, connections: 6 }
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    pool.on('error', () => undefined)
    await seed(pool, networkFor(plan))
    const { entries, seconds } = await race({
      plan,
      module: 'docs/adapters/test/cluster/postgres/open.ts',
      addresses: [url],
      moments: [
        {
          at: 0.4,
          act: async () => {
            server.restart()
            await Promise.resolve()
          },
        },
      ],
      clientKills: 3,
    })
    const stored = await storedBy(
      async <Row>(sql: string) => (await pool.query<Row & pg.QueryResultRow>(sql)).rows,
    )
    await pool.end()
    console.log(seconds)
    return linesOf('primary', plan, stored, flawsIn(plan, entries, stored))
  },
}
