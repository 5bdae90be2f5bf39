import type { CustomRule } from 'group-invitations'
import type pg from 'pg'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import type { ServiceOptions } from '../shared/service-options.js'
import type { Database } from './database.js'
import { drizzleOver } from './drizzle-over.js'
import { repositoriesIn } from './repositories.js'

export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  connectionString: string,
  log: (problem: unknown) => void,
  options: ServiceOptions<Rules, pg.PoolConfig> = {},
) {
  const pool = openPool(connectionString, log, options.pool)
  const database = drizzleOver(pool)
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
