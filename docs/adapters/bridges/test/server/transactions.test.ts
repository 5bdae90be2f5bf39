import {
  AnswerService,
  InvitationPolicy,
  type InvitationRequest,
  type Repositories,
} from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answersIn } from '../../../postgres/answers.js'
import type { Database } from '../../../postgres/database.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { sendIn } from '../../../postgres/transaction.js'
import { emptyTables, seed } from '../../../postgres/test/fixtures.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { BRIDGES } from '../bridges.js'
import { NOTES, type OpenBridge } from '../open-bridge.js'

const database = await openDatabase()
const pool = database.pool()
await pool.query(NOTES)
afterAll(() => database.close())

beforeEach(async () => {
  await emptyTables(pool)
  await pool.query('TRUNCATE notes')
  await seed(pool, NETWORK)
})

async function stored() {
  const { rows } = await pool.query<object>(
    `SELECT (SELECT count(*)::int FROM claims) AS claims,
            (SELECT count(*)::int FROM invitations) AS invitations,
            (SELECT count(*)::int FROM deliveries) AS deliveries,
            (SELECT count(*)::int FROM notes) AS notes`,
  )
  return rows[0]
}

const SILENT: readonly string[] = ['Drizzle', 'TypeORM', 'Knex', 'Prisma']
const NOTHING = { claims: 0, invitations: 0, deliveries: 0, notes: 0 }
const ALL = { claims: 1, invitations: 1, deliveries: 2, notes: 1 }

describe.each(BRIDGES)('within a transaction of %s', (name, open) => {
  let bridge: OpenBridge
  let repositories: Repositories
  let policy: InvitationPolicy
  beforeAll(async () => {
    bridge = await open(database.url)
    repositories = repositoriesIn(bridge.database)
    policy = new InvitationPolicy(repositories)
  })
  afterAll(() => bridge.close())

  const send = (within: Database, request: InvitationRequest, invitationId: string) =>
    sendIn(within, policy, repositories, request, { invitationId })

  test('a sending is stored with the row of the caller, and not before', async () => {
    await bridge.transaction(async (within, note) => {
      await note('i-1')
      expect((await send(within, aRequest(), 'i-1')).replayed).toBe(false)
      expect((await send(within, aRequest(), 'i-1')).replayed).toBe(true)
      expect(await stored()).toEqual(NOTHING)
    })
    expect(await stored()).toEqual(ALL)
  })

  test('a sending leaves nothing if the caller fails', async () => {
    const failing = bridge.transaction(async (within, note) => {
      await send(within, aRequest(), 'i-1')
      await note('i-1')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual(NOTHING)
  })

  test('a sending that is denied leaves nothing of the caller', async () => {
    const denied = bridge.transaction(async (within, note) => {
      await note('i-1')
      return send(within, aRequest({ recipientId: 'dora' }), 'i-1')
    })
    await expect(denied).rejects.toMatchObject({ cause: { type: 'InvitationDenied' } })
    expect(await stored()).toEqual(NOTHING)
  })

  test('an answer is stored with the row of the caller', async () => {
    await bridge.transaction((within) => send(within, aRequest(), 'i-1'))
    const decline = (note: (id: string) => Promise<unknown>, within: Database) =>
      new AnswerService(policy, { ...repositories, answers: answersIn(within) })
        .decline({ invitationId: 'i-1', memberId: 'bernd' })
        .map(() => note('i-1'))
    const taken = bridge.transaction(async (within, note) => {
      expect((await decline(note, within)).isOk()).toBe(true)
      throw new Error('changed my mind')
    })
    await expect(taken).rejects.toThrow('changed my mind')
    expect((await repositories.answers.findChanges(['i-1'])).size).toBe(0)
    await bridge.transaction(async (within, note) => {
      expect((await decline(note, within)).isOk()).toBe(true)
    })
    expect((await repositories.answers.findChanges(['i-1'])).get('i-1')?.status).toBe('Declined')
    expect(await stored()).toEqual(ALL)
  })

  test('what was sent after an error that was caught is not stored', async () => {
    const done = bridge.transaction(async (within, note) => {
      await note('i-1')
      await within.query('SELECT 1 / 0').catch(() => undefined)
    })
    // These take a COMMIT that rolls back for one that commits: throw what you have caught.
    const isSilent = SILENT.includes(name)
    expect(await done.then(() => 'silent').catch(() => 'thrown')).toBe(
      isSilent ? 'silent' : 'thrown',
    )
    expect(await stored()).toEqual(NOTHING)
  })
})
