import {
  type InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Repositories,
  type SendOptions,
  type SentInvitation,
} from 'group-invitations'
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { Database } from './database.js'
import { atMost } from './in-flight.js'
import { invitationsIn } from './invitations.js'

export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    const { command } = await client.query('COMMIT')
    // So the server answers if a statement has failed, and its error was caught.
    if (command === 'ROLLBACK') throw new Error('The transaction was rolled back')
    client.release()
    return result
  } catch (error) {
    // Closes the connection: after an error its state is unknown.
    client.release(true)
    throw error
  }
}

/**
 * Sends within a transaction of yours, so that your own rows are stored with the invitation, or neither is. Throws if it
 * was not sent, with the error of `send` as the cause: let it end the transaction.
 *
 * The policy evaluates over the pool: it does not see what the transaction has written, and needs a second connection.
 */
export async function sendIn(
  client: ClientBase,
  policy: InvitationPolicy,
  repositories: Repositories,
  request: InvitationRequest,
  options?: SendOptions,
): Promise<SentInvitation> {
  const invitations = invitationsIn(client)
  const sent = await new InvitationService(policy, { ...repositories, invitations }).send(
    request,
    options,
  )
  if (sent.isErr()) throw new Error(`Not sent: ${sent.error.type}`, { cause: sent.error })
  return sent.value
}

/** One client for all repositories: a client takes one query at a time, and a policy asks several at once. */
export function oneByOne(client: Database): Database {
  const inTurn = atMost(1)
  return { query: (sql, parameters) => inTurn(() => client.query(sql, parameters)) }
}
