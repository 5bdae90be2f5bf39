import { drizzle } from 'drizzle-orm/node-postgres'
import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import type pg from 'pg'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import type { Database } from './database.js'
import { repositoriesIn } from './repositories.js'

export interface ServiceOptions {
  /** The pace, the enforcement, and all else that a policy may have. */
  readonly policy?: Omit<PolicyOptions, 'rules'>
  /** Settings of the pool beside those of `openPool`, which they replace. */
  readonly pool?: pg.PoolConfig
}

export function openService(
  connectionString: string,
  log: (problem: unknown) => void,
  options: ServiceOptions = {},
) {
  const pool = openPool(connectionString, log, options.pool)
  pool.on('release', endOpenTransaction)
  // Its `logger` would write all parameters, and so what members have written.
  const database = drizzle(pool)
  const servicesOver = (over: Database, connections: number) => {
    const repositories = repositoriesIn(over)
    const policy = new InvitationPolicy(repositories, options.policy)
    return { policy, repositories, ...boundedServices(policy, repositories, connections) }
  }
  return {
    pool,
    database,
    ...servicesOver(database, pool.options.max),
    /** The services within a transaction of yours: they see what it has written. If they fail, let it fail too. */
    servicesIn: (transaction: Database) => servicesOver(transaction, 1),
  }
}

/**
 * Drizzle gives a connection back also if it could not roll back, because the server was silent. Whoever got it next would
 * write into that transaction. A connection that is ended is not given to anyone.
 */
function endOpenTransaction(_error: Error | undefined, client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== 'I') void client.end()
}
