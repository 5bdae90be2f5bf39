import { InvitationPolicy } from 'group-invitations'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../../../shared/code-of.js'
import type { Database } from '../../database.js'
import { repositoriesIn } from '../../repositories.js'
import { answerIn, inTransaction, oneByOne, sendIn } from '../../transaction.js'
import { openService } from '../../wiring.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed, setStanding, standingOf } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const other = database.pool()
const { pool, policy, repositories, service, answerService, transaction } = openService(
  database.url,
  () => undefined,
)

const warnings: Error[] = []
const keep = (warning: Error) => void warnings.push(warning)

beforeAll(async () => {
  process.on('warning', keep)
  await other.query('CREATE TABLE notes (invitation_id text)')
})
beforeEach(async () => {
  await emptyTables(other)
  await other.query('TRUNCATE notes')
  await seed(other, NETWORK)
})
afterEach(() => new Promise((resolve) => setImmediate(resolve)))
afterAll(async () => {
  process.off('warning', keep)
  await pool.end()
  await database.close()
})

async function stored() {
  const { rows } = await other.query<object>(
    `SELECT (SELECT count(*)::int FROM claims) AS claims,
            (SELECT count(*)::int FROM invitations) AS invitations,
            (SELECT count(*)::int FROM deliveries) AS deliveries,
            (SELECT count(*)::int FROM notes) AS notes`,
  )
  return rows[0]
}

const NOTHING = { claims: 0, invitations: 0, deliveries: 0, notes: 0 }
const ALL = { claims: 1, invitations: 1, deliveries: 2, notes: 1 }
const NOTE = 'INSERT INTO notes (invitation_id) VALUES ($1)'

describe('a sending within a transaction of the caller’s', () => {
  test('is stored with the caller’s own row, and not before', async () => {
    const sent = await transaction(async (client) => {
      const { invitation } = await sendIn(client, policy, repositories, aRequest())
      await client.query(NOTE, [invitation.invitationId])
      expect(await stored()).toEqual(NOTHING)
      return invitation
    })
    expect(await stored()).toEqual(ALL)
    expect(await repositories.invitations.findInvitation(sent.invitationId)).toEqual(sent)
  })

  test('leaves nothing if the caller fails', async () => {
    const failing = transaction(async (client) => {
      await sendIn(client, policy, repositories, aRequest())
      await client.query(NOTE, ['i-1'])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual(NOTHING)
    expect((await service.send(aRequest())).isOk()).toBe(true)
  })

  test('leaves nothing of the caller’s if it is denied', async () => {
    const denied = transaction(async (client) => {
      await client.query(NOTE, ['i-1'])
      await sendIn(client, policy, repositories, aRequest({ recipientId: 'dora' }))
    })
    await expect(denied).rejects.toMatchObject({
      message: 'Not sent: InvitationDenied',
      cause: { type: 'InvitationDenied' },
    })
    expect(await stored()).toEqual(NOTHING)
  })

  test('is replayed by its identifier, within the transaction and after it', async () => {
    const options = { invitationId: 'i-1' }
    await transaction(async (client) => {
      const send = () => sendIn(client, policy, repositories, aRequest(), options)
      expect((await send()).replayed).toBe(false)
      expect((await send()).replayed).toBe(true)
    })
    expect((await service.send(aRequest(), options))._unsafeUnwrap().replayed).toBe(true)
  })

  test('names the conflict that has ended the transaction', async () => {
    const failing = inTransaction(other, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
      await client.query('SELECT FROM claims')
      // Ended, so that the policy approves, and later than what the transaction sees.
      await pool.query(
        `INSERT INTO claims VALUES ('anna', 'bernd', 'i-0', '2020-01-01', '2020-07-01')`,
      )
      return sendIn(client, policy, repositories, aRequest())
    })
    const problem: unknown = await failing.catch((error: unknown) => error)
    expect(problem).toMatchObject({ cause: { type: 'DependencyFailed', operation: 'commit' } })
    expect(codeOf(problem)).toBe('40001')
    expect(await stored()).toEqual({ ...NOTHING, claims: 1 })
  })
})

describe('an answer within a transaction of the caller’s', () => {
  const GROUP = 'typescript-hamburg'
  const byBernd = { invitationId: 'i-1', memberId: 'bernd' }
  const SENT = { claims: 1, invitations: 1, deliveries: 2, notes: 0 }

  beforeEach(async () => {
    ;(await service.send(aRequest(), { invitationId: 'i-1' }))._unsafeUnwrap()
  })

  const statusOf = async () => (await repositories.answers.findChanges(['i-1'])).get('i-1')?.status
  const left = async () => ({
    status: await statusOf(),
    standing: await standingOf(other, GROUP, 'bernd'),
  })

  /** Accepts, and leaves a note of a new answer. */
  const accept = () =>
    transaction(async (client) => {
      const answered = await answerIn(client, policy, repositories, (answers) =>
        answers.accept(byBernd),
      )
      if (!answered.replayed) await client.query(NOTE, ['i-1'])
      expect(await statusOf()).toBe(answered.replayed ? 'Accepted' : undefined)
      return answered
    })

  test('is stored with the caller’s own row, and not before', async () => {
    expect(await accept()).toMatchObject({ status: 'Accepted', standing: 'pending' })
    expect(await left()).toEqual({ status: 'Accepted', standing: 'pending' })
    expect(await stored()).toEqual({ ...SENT, notes: 1 })
  })

  test('is replayed without a second row', async () => {
    await accept()
    expect(await accept()).toMatchObject({ replayed: true })
    expect((await answerService.accept(byBernd))._unsafeUnwrap().replayed).toBe(true)
    expect(await stored()).toEqual({ ...SENT, notes: 1 })
  })

  test('is stored with one row, however many accept at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept()))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await stored()).toEqual({ ...SENT, notes: 1 })
  })

  test('leaves neither status nor membership if the caller fails', async () => {
    const failing = transaction(async (client) => {
      await answerIn(client, policy, repositories, (answers) => answers.accept(byBernd))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await left()).toEqual({ status: undefined, standing: undefined })
    expect((await answerService.decline(byBernd))._unsafeUnwrap().status).toBe('Declined')
  })

  test('leaves nothing of the caller’s if it is denied', async () => {
    await setStanding(other, GROUP, 'bernd', 'banned')
    const denied = transaction(async (client) => {
      await client.query(NOTE, ['i-1'])
      await answerIn(client, policy, repositories, (answers) => answers.accept(byBernd))
    })
    await expect(denied).rejects.toMatchObject({
      message: 'Not answered: RecipientBanned',
      cause: { type: 'RecipientBanned' },
    })
    expect(await stored()).toEqual(SENT)
    expect(await left()).toEqual({ status: undefined, standing: 'banned' })
  })

  test('declines and withdraws, too', async () => {
    const statuses = await transaction(async (client) => {
      const declined = await answerIn(client, policy, repositories, (answers) =>
        answers.decline(byBernd),
      )
      const withdrawn = await answerIn(client, policy, repositories, (answers) =>
        answers.withdraw({ invitationId: 'i-1', network: 'spam' }),
      )
      return [declined.status, withdrawn.status]
    })
    expect(statuses).toEqual(['Declined', 'Withdrawn'])
    expect(await left()).toEqual({ status: 'Withdrawn', standing: undefined })
  })

  test('names the conflict that has ended the transaction', async () => {
    const failing = inTransaction(other, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
      await client.query('SELECT FROM invitations')
      // Later than what the transaction sees, and no obstacle.
      ;(await answerService.decline(byBernd))._unsafeUnwrap()
      return answerIn(client, policy, repositories, (answers) => answers.accept(byBernd))
    })
    const problem: unknown = await failing.catch((error: unknown) => error)
    expect(problem).toMatchObject({ cause: { type: 'DependencyFailed', operation: 'change' } })
    expect(codeOf(problem)).toBe('40001')
    expect(await left()).toEqual({ status: 'Declined', standing: undefined })
  })
})

describe('a transaction', () => {
  test('does not pretend to be committed after an error that was caught', async () => {
    const pretending = inTransaction(other, async (client) => {
      await client.query(NOTE, ['i-1'])
      await client.query('SELECT 1 / 0').catch(() => undefined)
    })
    await expect(pretending).rejects.toThrow('The transaction was rolled back')
    expect(await stored()).toEqual(NOTHING)
  })

  test('closes a connection on which something has failed', async () => {
    const one = new pg.Pool({ connectionString: database.url, max: 1 })
    const failing = inTransaction(one, (client) => client.query('SELECT 1 / 0'))
    await expect(failing).rejects.toThrow('division by zero')
    expect((await one.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await one.end()
  })

  test('may be as many at once as one likes, though each needs a second connection', async () => {
    const inviters = Array.from({ length: 100 }, (_nothing, index) => `inviter-${index}`)
    await other.query(
      `INSERT INTO memberships SELECT 'typescript-hamburg', unnest($1::text[]), 'member'`,
      [inviters],
    )
    await other.query(
      `INSERT INTO members (member_id, display_name) SELECT unnest($1::text[]), 'G'`,
      [inviters],
    )
    const sent = inviters.map((inviterId) =>
      transaction(async (client) => {
        await client.query(NOTE, [inviterId])
        // Long enough that all of them are under way.
        await new Promise((resolve) => setTimeout(resolve, 20))
        return sendIn(client, policy, repositories, aRequest({ inviterId }))
      }),
    )
    await Promise.all(sent)
    expect(await stored()).toEqual({ claims: 100, invitations: 100, deliveries: 200, notes: 100 })
  })
})

test('repositories over one client ask one query after the other, without a warning', async () => {
  let running = 0
  let most = 0
  await inTransaction(other, async (client) => {
    const counted: Database = {
      query: async (sql, parameters) => {
        most = Math.max(most, (running += 1))
        try {
          // The rows are what the statement says.
          return (await client.query(sql, parameters)) as never
        } finally {
          running -= 1
        }
      },
    }
    const over = repositoriesIn(oneByOne(counted))
    const sent = await new InvitationPolicy(over).evaluate(aRequest())
    expect(sent.isOk()).toBe(true)
  })
  expect(most).toBe(1)
  await new Promise((resolve) => setImmediate(resolve))
  expect(warnings.filter(({ name }) => name === 'DeprecationWarning')).toEqual([])
})

test('without that the driver warns, once in a process', async () => {
  await inTransaction(other, async (client) => {
    await new InvitationPolicy(repositoriesIn(client)).evaluate(aRequest())
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(warnings).toMatchObject([{ name: 'DeprecationWarning' }])
})
