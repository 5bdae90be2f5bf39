import type { CustomRule } from 'group-invitations'
import type pg from 'pg'
import { drizzleOver } from '../drizzle/drizzle-over.js'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import type { ServiceOptions } from '../shared/service-options.js'
import { repositoriesIn } from './repositories.js'

interface NetworkOptions<Rules extends readonly CustomRule[]> extends ServiceOptions<
  Rules,
  pg.PoolConfig
> {
  /** Where the pages of members and groups are, without a slash at the end. */
  readonly site: string
}

/** Connects the services to the network's database. The pool is the network's, if there is one already. */
export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  connectionString: string,
  log: (problem: unknown) => void,
  options: NetworkOptions<Rules>,
) {
  const pool = openPool(connectionString, log, options.pool)
  const database = drizzleOver(pool)
  const repositories = repositoriesIn(database, options.site)
  return { pool, database, ...boundedServices(repositories, pool.options.max, options.policy) }
}
