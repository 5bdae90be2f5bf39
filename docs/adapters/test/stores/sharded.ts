import pg from 'pg'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import { SHARDED_SCHEMA, shardedFixtures } from '../../sharded/test/fixtures.js'
import { shardsOver } from '../../sharded/shards.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PostgreSQL, sharded by the inviter',
  server: 'PostgreSQL',
  answersLack: ['standings', 'pending', 'banned'],
  async open(server) {
    const databases = await Promise.all(
      ['network', 'one', 'other'].map(() => freshDatabase(server, SHARDED_SCHEMA)),
    )
    const pools: pg.Pool[] = []
    const poolOn = ({ url }: { readonly url: string }) => {
      const pool = new pg.Pool({ connectionString: url, max: 5 })
      // The database is dropped before its server has closed all connections.
      pool.on('error', () => undefined)
      pools.push(pool)
      return pool
    }
    const instance = () => {
      const [network, ...shards] = databases.map(poolOn) as [pg.Pool, ...pg.Pool[]]
      return { network, shards: shardsOver(shards) }
    }
    return {
      fixturesOf: shardedFixtures(instance(), instance()),
      async close() {
        for (const pool of pools) await pool.end()
        for (const { drop } of databases) await drop()
      },
    }
  },
}
