import pg from 'pg'
import type { Database } from '../../../postgres/database.js'
import { preparing } from '../../../postgres/prepared.js'
import { openPool } from '../../../postgres/wiring.js'

/**
 * A database over the primary among several servers. If a query fails because the server has gone, the next one looks for
 * the primary anew. It repeats nothing: whether a write was stored is for the caller to find out, by the same identifier.
 */
export function followPrimary(urls: readonly string[], settings: pg.PoolConfig) {
  let current: Promise<pg.Pool> | undefined
  const find = async () => {
    for (const url of urls) {
      if (await isPrimary(url)) return openPool(url, () => undefined, settings)
    }
    throw new Error('No server is the primary')
  }
  const forget = (failed: Promise<pg.Pool>) => {
    if (current !== failed) return
    current = undefined
    failed.then((pool) => pool.end()).catch(() => undefined)
  }
  const database: Database = {
    async query<Row>(sql: string, parameters?: unknown[]) {
      const asked = (current ??= find())
      try {
        return await preparing(await asked).query<Row>(sql, parameters)
      } catch (error) {
        if (hasGone(error)) forget(asked)
        throw error
      }
    },
  }
  return { database, close: async () => (await current)?.end() }
}

async function isPrimary(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 1000,
    query_timeout: 1000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ is: boolean }>('SELECT NOT pg_is_in_recovery() AS is')
    return rows[0]?.is ?? false
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** No answer of the server, one that it is being stopped (class 57) or lost (08), or that it takes no writes. */
function hasGone(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(?:57P|08|25006)/.test(error.code ?? '')
}
