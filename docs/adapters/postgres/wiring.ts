import {
  AnswerService,
  InvitationPolicy,
  InvitationService,
  type Repositories,
} from 'group-invitations'
import { ResultAsync } from 'neverthrow'
import pg from 'pg'
import { factsIn } from './facts.js'
import type { Transport } from './hand-over.js'
import { atMost } from './in-flight.js'
import { preparing } from './prepared.js'
import { relayOne } from './relay.js'
import { repositoriesIn } from './repositories.js'
import { inTransaction } from './transaction.js'

export function openService(connectionString: string, log: (problem: unknown) => void) {
  const pool = openPool(connectionString, log)
  const database = preparing(pool)
  const repositories = repositoriesIn(database)
  const policy = new InvitationPolicy(repositories, { loadFacts: factsIn(database) })
  // As many as the pool has connections. Of more, all would evaluate before the first one writes, and those at the end
  // would not get a connection in time.
  const inFlight = atMost(pool.options.max)
  const service = new BoundedService(policy, repositories, inFlight)
  const answerService = new BoundedAnswerService(policy, repositories, inFlight)
  // Each needs a second connection to evaluate: if transactions held all of them, all would wait for ever.
  const inTurn = atMost(pool.options.max - 1)
  const transaction = <Result>(work: (client: pg.PoolClient) => Promise<Result>) =>
    inTurn(() => inTransaction(pool, work))
  return { pool, policy, repositories, service, answerService, transaction }
}

type InTurn = ReturnType<typeof atMost>

class BoundedService extends InvitationService {
  private readonly inTurn: InTurn

  constructor(policy: InvitationPolicy, repositories: Repositories, inTurn: InTurn) {
    super(policy, repositories)
    this.inTurn = inTurn
  }

  override send(...request: Parameters<InvitationService['send']>) {
    return new ResultAsync(this.inTurn(() => super.send(...request)))
  }
}

class BoundedAnswerService extends AnswerService {
  private readonly inTurn: InTurn

  constructor(policy: InvitationPolicy, repositories: Repositories, inTurn: InTurn) {
    super(policy, repositories)
    this.inTurn = inTurn
  }

  override accept(...request: Parameters<AnswerService['accept']>) {
    return new ResultAsync(this.inTurn(() => super.accept(...request)))
  }

  override decline(...request: Parameters<AnswerService['decline']>) {
    return new ResultAsync(this.inTurn(() => super.decline(...request)))
  }

  override withdraw(...request: Parameters<AnswerService['withdraw']>) {
    return new ResultAsync(this.inTurn(() => super.withdraw(...request)))
  }
}

/** Hands deliveries over until `stop` is aborted, in the process of the service or in its own. */
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
    if (!hasFound) await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

export function openPool(connectionString: string, log: (problem: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 3000,
    // The limit of the server, and of the client if the server is silent. PgBouncer does not take the first one: delete it
    // then, and set it for the role.
    statement_timeout: 3000,
    query_timeout: 4000,
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
