import {
  type AnsweredInvitation,
  AnswerService,
  type InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Repositories,
  type SendOptions,
  type SentInvitation,
} from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import type { Pool, PoolClient } from 'pg'
import { answersIn } from './answers.js'
import type { Database } from './database.js'
import { atMost } from '../shared/in-flight.js'
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
 * Sends within a transaction of yours, `preparing(client)` or a bridge over the transaction of an ORM, so that your own
 * rows are stored with the invitation, or neither is. Throws if it was not sent, with the error of `send` as the cause:
 * let it end the transaction.
 *
 * The policy evaluates over the pool: it does not see what the transaction has written, and needs a second connection.
 */
export async function sendIn(
  transaction: Database,
  policy: InvitationPolicy,
  repositories: Repositories,
  request: InvitationRequest,
  options?: SendOptions,
): Promise<SentInvitation> {
  const invitations = invitationsIn(transaction)
  const sent = await new InvitationService(policy, { ...repositories, invitations }).send(
    request,
    options,
  )
  if (sent.isErr()) throw new Error(`Not sent: ${sent.error.type}`, { cause: sent.error })
  return sent.value
}

/**
 * Accepts, declines or withdraws within a transaction of yours: `(answers) => answers.accept(request)`. Throws if that
 * was denied or has failed, with the error as the cause: let it end the transaction.
 *
 * Add your own rows only if the answer is not `replayed`. A replayed answer was stored earlier, with its rows. All that
 * it looks up, except the status, is looked up over the pool, as in `sendIn`.
 */
export async function answerIn<Failure extends { readonly type: string }>(
  transaction: Database,
  policy: InvitationPolicy,
  repositories: Repositories,
  answer: (answers: AnswerService) => ResultAsync<AnsweredInvitation, Failure>,
): Promise<AnsweredInvitation> {
  const answers = answersIn(transaction)
  const answered = await answer(new AnswerService(policy, { ...repositories, answers }))
  if (answered.isErr()) {
    throw new Error(`Not answered: ${answered.error.type}`, { cause: answered.error })
  }
  return answered.value
}

/** One client for all repositories: a client takes one query at a time, and a policy asks several at once. */
export function oneByOne(client: Database): Database {
  const inTurn = atMost(1)
  return { query: (sql, parameters) => inTurn(() => client.query(sql, parameters)) }
}
