import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { boundedServices } from '../shared/bounded-services.js'
import { repositoriesIn } from './repositories.js'

export interface ServiceOptions {
  /** Where the pages of members and groups are, without a slash at the end. */
  readonly site: string
  readonly policy?: Omit<PolicyOptions, 'rules'>
  /** Settings of the pool beside those below, which they replace. */
  readonly pool?: pg.PoolConfig
}

/** Connects the services to the network's database. The pool is the network's, if there is one already. */
export function openService(
  connectionString: string,
  log: (problem: unknown) => void,
  { site, policy: options, pool: settings }: ServiceOptions,
) {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 3000,
    // The limit of the server, and of the client if the server is silent.
    statement_timeout: 3000,
    query_timeout: 4000,
    ...settings,
  })
  // An `error` event without a listener ends the process, on idle connections and on used ones.
  // It gets the problem alone: a pool also hands over the client, and with it the settings of the connection.
  const logOnly = (problem: Error) => {
    log(problem)
  }
  pool.on('error', logOnly)
  pool.on('connect', (client) => client.on('error', logOnly))
  const repositories = repositoriesIn(drizzle(pool), site)
  const policy = new InvitationPolicy(repositories, options)
  return { pool, policy, repositories, ...boundedServices(policy, repositories, pool.options.max) }
}
