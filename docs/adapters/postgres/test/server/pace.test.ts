import {
  deliveriesOf,
  InvitationPolicy,
  type InvitationRecord,
  InvitationService,
  type Pace,
} from 'group-invitations'
import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../database.js'
import { factsIn } from '../../facts.js'
import { repositoriesIn } from '../../repositories.js'
import { inTransaction, sendIn } from '../../transaction.js'
import { after, aRequest, NOW } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { openDatabase, untilWaiting } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())
beforeEach(() => emptyTables(pool))

const MINUTE = 60_000
const PACE: Pace = { burst: 2, everyMs: 72 * MINUTE }

interface Sent {
  readonly to?: string
  readonly id?: string
  readonly at?: Date
  readonly pace?: Pace
}

function aRecord({ to = 'bernd', id = `to-${to}`, at = NOW, pace = PACE }: Sent): InvitationRecord {
  const repeatableAt = after(at, 1e10)
  const invitation = {
    ...aRequest({ recipientId: to }),
    invitationId: id,
    sentAt: at,
    repeatableAt,
  }
  return { invitation, textFingerprint: '1.', deliveries: deliveriesOf(invitation), pace }
}

const commit = async (over: Database, sent: Sent) =>
  repositoriesIn(over).invitations.commit(aRecord(sent))
const freeAt = () => repositoriesIn(pool).invitations.findFreeAt?.('anna')

async function stored() {
  const { rows } = await pool.query<object>(
    `SELECT (SELECT count(*)::int FROM claims) AS claims,
            (SELECT count(*)::int FROM invitations) AS invitations,
            (SELECT count(*)::int FROM deliveries) AS deliveries`,
  )
  return { ...rows[0], freeAt: await freeAt() }
}

/** All of so many commits, and what their pace leads to. */
const all = (count: number, uses = count) => ({
  claims: count,
  invitations: count,
  deliveries: 2 * count,
  freeAt: uses === 0 ? undefined : after(NOW, uses * PACE.everyMs),
})

describe.each(['read committed', 'repeatable read', 'serializable'])('in %s, a commit', (level) => {
  const over = database.pool(`-c default_transaction_isolation=${level.replace(' ', '\\ ')}`)

  /** Commits while a transaction of the rival is open, which then ends. */
  async function against(work: (client: pg.PoolClient) => unknown, end: string, sent: Sent = {}) {
    const rival = await pool.connect()
    try {
      await rival.query('BEGIN')
      await work(rival)
      const committing = commit(over, sent)
      await untilWaiting(pool)
      await rival.query(end)
      return await committing
    } finally {
      rival.release()
    }
  }

  test('sees the last of the burst that another one has used meanwhile', async () => {
    await commit(pool, { to: 'clara' })
    const outcome = await against((client) => commit(client, { to: 'dora' }), 'COMMIT')
    expect(outcome).toEqual({ type: 'PaceTaken', freeAt: after(NOW, 2 * PACE.everyMs) })
    expect(await stored()).toEqual(all(2))
  })

  test('sees the first use of an inviter, though there was no row to lock', async () => {
    const pace = { ...PACE, burst: 1 }
    const outcome = await against((client) => commit(client, { to: 'dora', pace }), 'COMMIT', {
      pace,
    })
    expect(outcome).toEqual({ type: 'PaceTaken', freeAt: after(NOW, PACE.everyMs) })
    expect(await stored()).toEqual(all(1))
  })

  test.each([0, 1])('uses what another one has taken back, after %i others', async (before) => {
    if (before === 1) await commit(pool, { to: 'clara' })
    const outcome = await against((client) => commit(client, { to: 'dora' }), 'ROLLBACK')
    expect(outcome).toEqual({ type: 'Committed' })
    expect(await stored()).toEqual(all(before + 1))
  })

  test('counts each of two at once', async () => {
    const outcome = await against((client) => commit(client, { to: 'dora' }), 'COMMIT')
    expect(outcome).toEqual({ type: 'Committed' })
    expect(await stored()).toEqual(all(2))
  })

  test('begins anew if the row was deleted meanwhile, because it was long free', async () => {
    await pool.query(`INSERT INTO paces VALUES ('anna', '2026-01-01')`)
    const outcome = await against((client) => client.query('DELETE FROM paces'), 'COMMIT')
    expect(outcome).toEqual({ type: 'Committed' })
    expect(await stored()).toEqual(all(1))
  })

  test.each<[name: string, rival: Sent, type: string]>([
    ['the pair', { id: 'other' }, 'PairTaken'],
    ['the identifier', { to: 'dora', id: 'to-bernd' }, 'IdTaken'],
  ])('uses nothing if %s is taken meanwhile', async (_name, sent, type) => {
    const outcome = await against((client) => commit(client, sent), 'COMMIT')
    expect(outcome).toMatchObject({ type })
    expect(await stored()).toEqual(all(1))
  })

  test('of 50 at once, over two pools, exactly the burst passes', async () => {
    const other = database.pool(`-c default_transaction_isolation=${level.replace(' ', '\\ ')}`)
    const pace = { ...PACE, burst: 20 }
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_nothing, at) =>
        commit(at % 2 === 0 ? over : other, { to: `guest-${at}`, pace }),
      ),
    )
    const full = after(NOW, 20 * PACE.everyMs)
    const taken = outcomes.filter(({ type }) => type !== 'Committed')
    expect(taken).toEqual(Array.from({ length: 30 }, () => ({ type: 'PaceTaken', freeAt: full })))
    expect(await stored()).toEqual(all(20))
  })
})

describe('a commit with a pace', () => {
  function counted(over: Database = pool) {
    const statements: string[] = []
    const counting: Database = {
      query: <Row>(sql: string, parameters?: unknown[]) => {
        statements.push(sql)
        return over.query<Row>(sql, parameters)
      },
    }
    return { statements, counting }
  }

  test('is one statement if it succeeds, and two if it is denied', async () => {
    const { statements, counting } = counted()
    for (const [sent, type, round] of [
      [{ to: 'bernd' }, 'Committed', 1],
      [{ to: 'clara' }, 'Committed', 2],
      [{ to: 'dora' }, 'PaceTaken', 4],
      [{ to: 'clara', id: 'other' }, 'PairTaken', 6],
      [{ to: 'dora', id: 'to-clara' }, 'IdTaken', 8],
    ] as const) {
      expect(await commit(counting, sent)).toMatchObject({ type })
      expect(statements).toHaveLength(round)
    }
    expect(await stored()).toEqual(all(2))
  })

  test('asks nothing of the table of paces if it has none', async () => {
    const { statements, counting } = counted()
    const { pace: _pace, ...record } = aRecord({})
    await repositoriesIn(counting).invitations.commit(record)
    expect(statements).toHaveLength(1)
    expect(statements[0]).not.toContain('paces')
    expect(await stored()).toEqual(all(1, 0))
  })

  test('uses nothing if it fails after the pace was taken', async () => {
    await commit(pool, { to: 'clara' })
    await pool.query(`INSERT INTO deliveries VALUES ('to-bernd.news', 'to-bernd', 'news')`)
    await expect(commit(pool, {})).rejects.toMatchObject({
      cause: { constraint: 'deliveries_pkey' },
    })
    expect(await freeAt()).toEqual(after(NOW, PACE.everyMs))
  })

  test('uses nothing if its connection is lost while it waits', async () => {
    await commit(pool, { to: 'clara' })
    const rival = await pool.connect()
    await rival.query(`BEGIN`)
    await rival.query(`SELECT FROM paces FOR UPDATE`)
    const failed = expect(commit(pool, {})).rejects.toThrow()
    await untilWaiting(pool)
    await rival.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    await failed
    await rival.query('ROLLBACK')
    rival.release()
    expect(await stored()).toEqual(all(1))
  })

  // Both take the claim first, as long as there is no row of the inviter; then one appears, which a third one locks.
  test('never waits in a circle with another one of its pair', async () => {
    const first = await pool.connect()
    await first.query('BEGIN')
    await commit(first, { to: 'clara' })
    // Has the claim on Bernd, and waits for the first row.
    const second = commit(pool, { id: 'second' })
    await untilWaiting(pool)
    // Takes the row as soon as it is there, and then waits for the claim on Bernd.
    await first.query('COMMIT')
    first.release()
    const others = Array.from({ length: 8 }, (_nothing, at) => commit(pool, { id: `other-${at}` }))
    const outcomes = await Promise.all([second, ...others])
    expect(outcomes.filter(({ type }) => type === 'Committed')).toHaveLength(1)
    expect(outcomes.filter(({ type }) => type === 'PairTaken')).toHaveLength(8)
    expect(await stored()).toEqual(all(2))
    const { rows } = await pool.query(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    )
    expect(rows).toEqual([{ deadlocks: 0 }])
  })

  test('keeps instants of centuries ahead, to the millisecond', async () => {
    const largest: Pace = { burst: 100_000, everyMs: 31_536_000_000 }
    const latest = after(NOW, 99_999 * largest.everyMs)
    const until = `to_timestamp(${latest.getTime()}::bigint / 1000.0)`
    await pool.query(`INSERT INTO paces VALUES ('anna', ${until} + interval '1 millisecond')`)
    const taken = await commit(pool, { pace: largest })
    expect(taken).toEqual({ type: 'PaceTaken', freeAt: after(latest, 1) })
    await pool.query(`UPDATE paces SET free_at = ${until}`)
    expect(await commit(pool, { pace: largest })).toEqual({ type: 'Committed' })
    expect(await freeAt()).toEqual(after(latest, largest.everyMs))
  })
})

describe('a service with a pace', () => {
  const options = { clock: () => NOW, pace: { burst: 2, every: { minutes: 72 } } }
  const repositories = repositoriesIn(pool)
  const tooMany = { type: 'TooManyInvitations', retryAt: after(NOW, PACE.everyMs) }

  const usedUp = async () => {
    for (const to of ['clara', 'dora']) await commit(pool, { to })
  }

  test.each([
    ['by one query', { ...options, loadFacts: factsIn(pool) }],
    ['by the repositories', options],
  ])('is denied until the first instant at which it would be sent, %s', async (_name, given) => {
    await seed(pool, NETWORK)
    await usedUp()
    const service = (now: Date) =>
      new InvitationService(
        new InvitationPolicy(repositories, { ...given, clock: () => now }),
        repositories,
      )
    const denied = await service(after(tooMany.retryAt, -1)).send(aRequest())
    expect(denied._unsafeUnwrapErr()).toMatchObject({ denials: [tooMany] })
    expect((await service(tooMany.retryAt).send(aRequest())).isOk()).toBe(true)
  })

  /** Approves as if it had looked a moment before the others sent. */
  class Late extends InvitationPolicy {
    override evaluate(...request: Parameters<InvitationPolicy['evaluate']>) {
      return super.evaluate(...request).andThen((approval) =>
        // The pace is used up between the two.
        this.meanwhile().map(() => approval),
      )
    }

    private meanwhile() {
      return this.now().asyncMap(usedUp)
    }
  }

  test('is denied by the commit, within a transaction of the caller’s too, for the same reason', async () => {
    await seed(pool, NETWORK)
    const policy = new Late(repositories, options)
    const denied = inTransaction(pool, (client) => sendIn(client, policy, repositories, aRequest()))
    await expect(denied).rejects.toMatchObject({
      message: 'Not sent: InvitationDenied',
      cause: { type: 'InvitationDenied', denials: [tooMany] },
    })
    expect(await stored()).toEqual(all(2))
  })

  test('gives the pace back with the caller’s transaction', async () => {
    await seed(pool, NETWORK)
    const policy = new InvitationPolicy(repositories, options)
    const failing = inTransaction(pool, async (client) => {
      await sendIn(client, policy, repositories, aRequest())
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual(all(0))
  })
})
