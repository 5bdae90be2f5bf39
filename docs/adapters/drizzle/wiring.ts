import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import type { ServiceOptions } from '../shared/service-options.js'
import type { Database } from './database.js'
import { repositoriesIn } from './repositories.js'

export function openService(
  connectionString: string,
  log: (problem: unknown) => void,
  options: ServiceOptions<pg.PoolConfig> = {},
) {
  const pool = openPool(connectionString, log, options.pool)
  pool.on('release', endOpenTransaction)
  // Its `logger` would write all parameters, and so what members have written.
  const database = drizzle(pool)
  const servicesOver = (over: Database, connections: number) =>
    boundedServices(repositoriesIn(over), connections, options.policy)
  return {
    pool,
    database,
    ...servicesOver(database, pool.options.max),
    /** The services within a transaction of yours: they see what it has written. If they fail, let it fail too. */
    servicesIn: (transaction: Database) => servicesOver(transaction, 1),
  }
}

/**
 * Drizzle gives a connection back also if it could not roll back, because the server was silent. The next one to get it
 * would write into that transaction. A connection that is ended is not given to anyone.
 */
function endOpenTransaction(_error: Error | undefined, client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== 'I') void client.end()
}
