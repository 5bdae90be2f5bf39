import { deliveriesOf, InvitationPolicy, InvitationService } from 'group-invitations'
import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { repositoriesIn } from '../../repositories.js'
import { after, aRequest, NOW } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

beforeEach(async () => {
  await emptyTables(pool)
  await seed(pool, NETWORK)
})

function serviceOver(over: pg.Pool, now = NOW) {
  const repositories = repositoriesIn(over)
  return new InvitationService(
    new InvitationPolicy(repositories, { clock: () => now }),
    repositories,
  )
}

async function stored() {
  const { rows } = await pool.query<Record<'claims' | 'invitations' | 'deliveries', number>>(
    `SELECT (SELECT count(*)::int FROM claims) AS claims,
            (SELECT count(*)::int FROM invitations) AS invitations,
            (SELECT count(*)::int FROM deliveries) AS deliveries`,
  )
  return rows[0]
}

const NOTHING = { claims: 0, invitations: 0, deliveries: 0 }
const ONE = { claims: 1, invitations: 1, deliveries: 2 }

/** Holds up every commit onto the pair until it is let go; meanwhile `work` is done. */
async function whileHeld<Result>(work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE claims IN SHARE MODE')
  try {
    return await work()
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

function aRecord(invitationId = 'i-1') {
  const repeatableAt = after(NOW, 1000)
  const invitation = { ...aRequest(), invitationId, sentAt: NOW, repeatableAt }
  return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation) }
}

async function untilWaiting(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await pool.query(waiting)).rows.length === 0) await Promise.resolve()
}

/** Ends the connection that waits for a lock, as a server that is stopped does. */
async function endWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
  }
}

describe('a connection that is lost', () => {
  test('while it commits is a DependencyFailed; nothing is stored, and trying again sends once', async () => {
    const other = database.pool()
    const failed = await whileHeld(async () => {
      const sending = serviceOver(other).send(aRequest(), { invitationId: 'i-1' })
      await endWaiting()
      return await sending
    })
    expect(failed._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      dependency: 'invitations',
      operation: 'commit',
      effect: 'unknown',
    })
    expect(await stored()).toEqual(NOTHING)
    const retried = await serviceOver(other).send(aRequest(), { invitationId: 'i-1' })
    expect(retried._unsafeUnwrap()).toMatchObject({ replayed: false })
    expect(await stored()).toEqual(ONE)
  })
})

describe('a statement that takes too long', () => {
  test('is a DependencyFailed, and stores nothing', async () => {
    const impatient = database.pool('-c statement_timeout=300')
    const failed = await whileHeld(async () => await serviceOver(impatient).send(aRequest()))
    expect(failed._unsafeUnwrapErr()).toMatchObject({ operation: 'commit' })
    expect(await stored()).toEqual(NOTHING)
  })
})

describe('a commit', () => {
  /** The adapter over the pool, and the statements that it has asked. */
  function counted() {
    const statements: string[] = []
    const database = {
      query: (sql: string, parameters?: unknown[]) => {
        statements.push(sql)
        return pool.query(sql, parameters)
      },
    }
    // It counts what goes to the pool, and answers as the pool does.
    return { statements, repositories: repositoriesIn(database as never) }
  }

  test('is one round trip where it succeeds', async () => {
    const { statements, repositories } = counted()
    const service = new InvitationService(new InvitationPolicy(repositories), repositories)
    expect((await service.send(aRequest())).isOk()).toBe(true)
    expect(statements.filter((sql) => /INSERT|UPDATE|DELETE/.test(sql))).toHaveLength(1)
    expect(statements).toHaveLength(8)
  })

  test.each([
    ['i-1', 'IdTaken'],
    ['i-2', 'PairTaken'],
  ])('is two where it is denied: %s is %s', async (invitationId, type) => {
    const { statements, repositories } = counted()
    await repositories.invitations.commit(aRecord())
    expect(statements).toHaveLength(1)
    expect(await repositories.invitations.commit(aRecord(invitationId))).toMatchObject({ type })
    expect(statements).toHaveLength(3)
  })

  test('takes the pair again to the millisecond', async () => {
    await serviceOver(pool).send(aRequest(), { invitationId: 'i-1' })
    const end = new Date('2026-11-12T12:00:00.000Z')
    const early = await serviceOver(pool, after(end, -1)).send(aRequest())
    expect(early._unsafeUnwrapErr()).toMatchObject({
      denials: [
        { type: 'RateLimited6Months', invitationId: 'i-1', sentAt: NOW, repeatableAt: end },
      ],
    })
    expect((await serviceOver(pool, end).send(aRequest())).isOk()).toBe(true)
    expect(await stored()).toEqual({ claims: 1, invitations: 2, deliveries: 4 })
  })

  test('tries again where the claim that has refused it is gone when it asks by whom', async () => {
    await serviceOver(pool).send(aRequest(), { invitationId: 'i-1' })
    let isDeleted = false
    const between = {
      async query(sql: string, parameters?: unknown[]) {
        const isQuestion = sql.includes('AS held_by')
        if (isQuestion && !isDeleted) await pool.query('DELETE FROM claims')
        isDeleted ||= isQuestion
        return pool.query(sql, parameters)
      },
    }
    const { invitations } = repositoriesIn(between as never)
    expect(await invitations.commit(aRecord('i-2'))).toEqual({ type: 'Committed' })
    expect(isDeleted).toBe(true)
    expect(await stored()).toEqual({ claims: 1, invitations: 2, deliveries: 4 })
  })

  test('fails where the outbox has its deliveries already, and leaves nothing', async () => {
    await pool.query(`INSERT INTO deliveries VALUES ('i-1.news', 'i-1', 'news')`)
    const failed = await serviceOver(pool).send(aRequest(), { invitationId: 'i-1' })
    expect(failed._unsafeUnwrapErr()).toMatchObject({ operation: 'commit' })
    expect(await stored()).toEqual({ ...NOTHING, deliveries: 1 })
  })

  test('tries again after a deadlock, whatever has become of the other transaction', async () => {
    for (const [end, type] of [
      ['ROLLBACK', 'Committed'],
      ['COMMIT', 'IdTaken'],
    ] as const) {
      await emptyTables(pool)
      const { invitations } = repositoriesIn(pool)
      const client = await pool.connect()
      await client.query('BEGIN')
      // It must be the commit that the server ends, so this one looks for a deadlock later.
      await client.query(`SET LOCAL deadlock_timeout = '30s'`)
      await client.query(
        `INSERT INTO invitations (invitation_id, inviter_id, recipient_id, group_id, route, text, sent_at, repeatable_at)
         VALUES ('i-1', 'anna', 'bernd', 'chess', 'profile', 'Lieber Bernd', now(), now())`,
      )
      const committing = invitations.commit(aRecord())
      await untilWaiting()
      const { rows } = await client.query(
        `INSERT INTO claims VALUES ('anna', 'bernd', 'i-1', now(), now()) RETURNING invitation_id`,
      )
      expect(rows).toEqual([{ invitation_id: 'i-1' }])
      await client.query(end)
      client.release()
      expect(await committing).toMatchObject({ type })
    }
    // The server reports it a moment later.
    const deadlocks = `SELECT deadlocks::int AS count FROM pg_stat_database
                        WHERE datname = current_database()`
    const count = async () => (await pool.query<{ count: number }>(deadlocks)).rows[0]?.count
    await expect.poll(count, { timeout: 5000 }).toBeGreaterThan(0)
  })

  test('gives up after some tries, and says what came in between', async () => {
    let asked = 0
    const conflict = Object.assign(new Error('deadlock detected'), { code: '40P01' })
    const conflicting = {
      query: () => {
        asked += 1
        return Promise.reject(conflict)
      },
    }
    await expect(repositoriesIn(conflicting).invitations.commit(aRecord())).rejects.toMatchObject({
      message: 'Other writes came in between',
      cause: conflict,
    })
    expect(asked).toBe(10)
  })
})
