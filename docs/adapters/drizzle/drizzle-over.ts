import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'

/** Drizzle over a pool. Its `logger` would write all parameters, and so what members have written. */
export function drizzleOver(pool: pg.Pool) {
  pool.on('release', endOpenTransaction)
  return drizzle(pool)
}

/**
 * Drizzle gives a connection back also if it could not roll back, because the server was silent. The next one to get it
 * would write into that transaction. A connection that is ended is not given to anyone.
 */
function endOpenTransaction(_error: Error | undefined, client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== 'I') void client.end()
}
