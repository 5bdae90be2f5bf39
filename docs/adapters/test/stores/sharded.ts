import pg from 'pg'
import { SCHEMA } from '../../postgres/test/fixtures.js'
import { freshDatabase } from '../../postgres/test/server/fresh-database.js'
import { SHARD_SCHEMA, shardedFixtures } from '../../sharded/test/fixtures.js'
import { shardsOver } from '../../sharded/shards.js'
import type { Store } from './store.js'

export const store: Store = {
  name: 'PostgreSQL, sharded by the inviter',
  server: 'PostgreSQL',
  answersLack: ['standings', 'pending', 'banned'],
  async open(server) {
    const databases = await Promise.all(
      [SCHEMA, SHARD_SCHEMA, SHARD_SCHEMA].map((schema) => freshDatabase(server, schema)),
    )
    const pools: pg.Pool[] = []
    const poolOn = ({ url }: { readonly url: string }) => {
      const pool = new pg.Pool({ connectionString: url, max: 5 })
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
