import type { CustomRule } from 'group-invitations'
import pg from 'pg'
import { boundedServices } from '../shared/bounded-services.js'
import { atMost } from '../shared/in-flight.js'
import type { ServiceOptions } from '../shared/service-options.js'
import { factsIn } from './facts.js'
import { preparing } from './prepared.js'
import { repositoriesIn } from './repositories.js'
import { inTransaction } from './transaction.js'

export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  connectionString: string,
  log: (problem: unknown) => void,
  options: ServiceOptions<Rules, pg.PoolConfig> = {},
) {
  const pool = openPool(connectionString, log, options.pool)
  const database = preparing(pool)
  const repositories = repositoriesIn(database)
  const loadFacts = factsIn(database, options.policy?.enforcement)
  const connections = pool.options.max
  // Each needs a second connection to evaluate: if transactions held all of them, all would wait for ever.
  const inTurn = atMost(connections - 1)
  const transaction = <Result>(work: (client: pg.PoolClient) => Promise<Result>) =>
    inTurn(() => inTransaction(pool, work))
  const services = boundedServices(repositories, connections, { loadFacts, ...options.policy })
  return { pool, ...services, transaction }
}

/** With PgBouncer give it `{ statement_timeout: undefined }`, and set that limit for the role. */
export function openPool(
  connectionString: string,
  log: (problem: unknown) => void,
  settings: pg.PoolConfig = {},
): pg.Pool {
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
  return pool
}
