import pg from 'pg'
import { freshDatabase } from './fresh-database.js'

/** A database of the file's own, and pools on it that end with it. */
export async function openDatabase(schema?: string) {
  const serverUrl = process.env['DATABASE_URL']
  if (serverUrl === undefined) throw new Error('DATABASE_URL is not set: run npm run test:postgres')
  const { url, drop } = await freshDatabase(serverUrl, schema)
  const pools: pg.Pool[] = []
  return {
    url,
    /** A further pool, as another server of the service would have; `options` as `psql -c` would set them. */
    pool: (options?: string): pg.Pool => {
      const pool = new pg.Pool({ connectionString: url, max: 10, ...(options && { options }) })
      // A connection that the test ends is no news.
      pool.on('error', () => undefined)
      pool.on('connect', (client) => client.on('error', () => undefined))
      pools.push(pool)
      return pool
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
      await drop()
    },
  }
}

/** Until a statement in the pool's database waits for the lock of another one. */
export async function untilWaiting(pool: pg.Pool): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  const end = Date.now() + 10_000
  while ((await pool.query(waiting)).rows.length === 0) {
    if (Date.now() > end) throw new Error('Nothing waits for a lock')
  }
}
