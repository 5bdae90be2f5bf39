import { InvitationPolicy, InvitationService } from 'group-invitations'
import pg from 'pg'
import { factsIn } from './facts.js'
import { relayOne, type Transport } from './relay.js'
import { repositoriesIn } from './repositories.js'

/** Puts the adapter together, as one process of a service has it. */
export function openService(connectionString: string, log: (problem: unknown) => void) {
  const pool = openPool(connectionString, log)
  const repositories = repositoriesIn(pool)
  const policy = new InvitationPolicy(repositories, { facts: factsIn(pool) })
  return { pool, policy, service: new InvitationService(policy, repositories) }
}

/** Hands over what is in the outbox until it is told to stop: beside the service, or in a process of its own. */
export async function runRelay(
  pool: pg.Pool,
  service: InvitationService,
  transport: Transport,
  log: (problem: unknown) => void,
  stop: AbortSignal,
): Promise<void> {
  const report = (_delivery: unknown, problem: unknown) => log(problem)
  while (!stop.aborted) {
    let hasFound = false
    try {
      hasFound = (await relayOne({ database: pool, service, transport, report })) !== undefined
    } catch (problem) {
      log(problem)
    }
    // Nothing is due, or the database is away: look again in a moment.
    if (!hasFound) await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** A pool that waits for nothing longer than a few seconds, and outlives its connections. */
export function openPool(connectionString: string, log: (problem: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 3000,
    // The server's limit, and the client's own for a server that falls silent.
    statement_timeout: 3000,
    query_timeout: 4000,
  })
  // A connection that ends says so by an event, which nobody hears would end the process: idle in the pool, or in use.
  pool.on('error', log)
  pool.on('connect', (client) => client.on('error', log))
  return pool
}
