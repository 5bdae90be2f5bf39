import type { CustomRule } from 'group-invitations'
import { createPool, type Pool, type PoolOptions } from 'mysql2/promise'
import { boundedServices } from '../shared/bounded-services.js'
import type { ServiceOptions } from '../shared/service-options.js'
import { databaseOver } from './database.js'
import { repositoriesIn } from './repositories.js'

export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  connectionString: string,
  log: (problem: unknown) => void,
  options: ServiceOptions<Rules, PoolOptions> = {},
) {
  const pool = openPool(connectionString, log, options.pool)
  const database = databaseOver(pool)
  const connections = options.pool?.connectionLimit ?? CONNECTIONS
  const services = boundedServices(repositoriesIn(database), connections, options.policy)
  return { pool, database, ...services }
}

const CONNECTIONS = 10

// Each comment is one that only MariaDB, or only MySQL, reads: the limit of a statement has another name there. Under
// TRADITIONAL a value that does not fit is an error. At READ COMMITTED a look for what is not there locks nothing.
const SESSION = [
  `SET SESSION sql_mode = 'TRADITIONAL', innodb_lock_wait_timeout = 1
     /*M!100600 , max_statement_time = 3 */ /*!80000 , max_execution_time = 3000 */`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
]

export function openPool(
  connectionString: string,
  log: (problem: unknown) => void,
  settings: PoolOptions = {},
): Pool {
  const pool = createPool({
    uri: connectionString,
    connectionLimit: CONNECTIONS,
    connectTimeout: 3000,
    ...settings,
  })
  // Each connection runs these before its first statement. One that could not is closed.
  pool.pool.on('connection', (connection) => {
    for (const sql of SESSION) {
      connection.query(sql, (problem) => {
        if (!problem) return
        log(problem)
        connection.destroy()
      })
    }
  })
  return pool
}
