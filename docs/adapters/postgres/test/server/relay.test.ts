import { InvitationPolicy, InvitationService, type PreparedDelivery } from 'group-invitations'
import PgBoss from 'pg-boss'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createQueues,
  DEAD_LETTERS,
  forwardDeliveries,
  QUEUE,
  workDeliveries,
} from '../../queue.js'
import { relayOne, type Transport } from '../../relay.js'
import { repositoriesIn } from '../../repositories.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

const repositories = repositoriesIn(pool)
const service = new InvitationService(new InvitationPolicy(repositories), repositories)

beforeEach(async () => {
  reported = []
  await emptyTables(pool)
  await seed(pool, NETWORK)
  const sent = await service.send(aRequest(), { invitationId: 'i-1' })
  expect(sent.isOk()).toBe(true)
})

/** A transport that remembers the keys of what it was handed, and rejects as long as it is told to. */
function aTransport(rejections = 0) {
  const handed: string[] = []
  let left = rejections
  return {
    handed,
    deliver({ idempotencyKey }: PreparedDelivery): Promise<void> {
      handed.push(idempotencyKey)
      left -= 1
      return left < 0 ? Promise.resolve() : Promise.reject(new Error('mailbox unavailable'))
    },
  }
}

/** What the last relay has reported. */
let reported: unknown[] = []

/** What becomes of one delivery; by a service of its own, where one is given. */
function relayed(transport: Transport, by: Pick<InvitationService, 'prepareDelivery'> = service) {
  const report = (...problem: unknown[]) => void reported.push(problem)
  return relayOne({ database: pool, service: by, transport, report })
}

async function outbox() {
  const { rows } = await pool.query<{ delivery_id: string; attempts: number; wait: number }>(
    `SELECT delivery_id, attempts, extract(epoch FROM due_at - now())::float8 AS wait
       FROM deliveries ORDER BY delivery_id`,
  )
  return rows
}

describe('the relay', () => {
  test('hands over each delivery, and empties the outbox', async () => {
    const transport = aTransport()
    expect(await relayed(transport)).toBe('delivered')
    expect(await relayed(transport)).toBe('delivered')
    expect(await relayed(transport)).toBeUndefined()
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
    expect(await outbox()).toEqual([])
  })

  test('hands nothing over after an opt-out', async () => {
    const transport = aTransport()
    expect(await relayed(transport)).toBe('delivered')
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await relayed(transport)).toBe('cancelled')
    expect(transport.handed).toHaveLength(1)
    expect(await outbox()).toEqual([])
  })

  test('lets several work without taking the same row', async () => {
    const transport = aTransport()
    const outcomes = await Promise.all([1, 2, 3].map(() => relayed(transport)))
    expect(outcomes.sort()).toEqual(['delivered', 'delivered', undefined])
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
  })

  test('waits longer and longer where the transport fails, and uses the same key again', async () => {
    const transport = aTransport(3)
    for (const seconds of [2, 4, 8]) {
      await pool.query(`DELETE FROM deliveries WHERE channel = 'news'`)
      expect(await relayed(transport)).toBe('postponed')
      expect(await relayed(transport)).toBeUndefined()
      const [waiting] = await outbox()
      expect(waiting?.wait).toBeGreaterThan(seconds - 1)
      expect(waiting?.wait).toBeLessThanOrEqual(seconds)
      await pool.query('UPDATE deliveries SET due_at = now()')
    }
    expect(await relayed(transport)).toBe('delivered')
    expect(new Set(transport.handed)).toEqual(new Set(['i-1.email']))
  })

  test('waits an hour or so in the end, however often the transport has failed', async () => {
    await pool.query(`UPDATE deliveries SET attempts = 5000`)
    expect(await relayed(aTransport(1))).toBe('postponed')
    const waits = (await outbox()).map(({ wait }) => wait)
    expect(Math.max(...waits)).toBeGreaterThan(4000)
    expect(Math.max(...waits)).toBeLessThanOrEqual(4096)
  })

  test('waits from the failure on, not from when it has begun', async () => {
    const slow = {
      deliver: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1500))
        throw new Error('mailbox unavailable')
      },
    }
    expect(await relayed(slow)).toBe('postponed')
    expect(Math.max(...(await outbox()).map(({ wait }) => wait))).toBeGreaterThan(1)
  })

  test('leaves to others what it has taken, should nothing more be heard of it, after the lease', async () => {
    const never = { deliver: () => new Promise<void>(() => undefined) }
    const report = () => undefined
    void relayOne({ database: pool, service, transport: never, report, lease: 1 })
    const transport = aTransport()
    await expect.poll(() => relayed(transport)).toBe('delivered')
    expect(await relayed(transport)).toBeUndefined()
    await expect.poll(() => relayed(transport), { timeout: 5000 }).toBe('delivered')
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
  })

  test('keeps what cannot be prepared for now', async () => {
    const failing = {
      ...repositories,
      groups: { findGroups: () => Promise.reject(new Error('down')) },
    }
    const broken = new InvitationService(new InvitationPolicy(repositories), failing)
    expect(await relayed(aTransport(), broken)).toBe('postponed')
    expect((await outbox()).map(({ attempts }) => attempts).sort()).toEqual([0, 1])
    expect(reported).toEqual([
      [
        expect.objectContaining({ invitationId: 'i-1' }),
        expect.objectContaining({ type: 'DependencyFailed', operation: 'findGroups' }),
      ],
    ])
  })

  test('reports why a transport has failed', async () => {
    expect(await relayed(aTransport(1))).toBe('postponed')
    expect(reported).toEqual([
      [expect.objectContaining({ invitationId: 'i-1' }), new Error('mailbox unavailable')],
    ])
  })

  test.each([
    ['an erased invitation', `UPDATE invitations SET text = ''`, 'InvitationNotFound'],
    ['another program', `UPDATE deliveries SET invitation_id = 'nope'`, 'InvalidRequest'],
  ])('takes out, and reports, deliveries of %s', async (_case, sql, type) => {
    await pool.query(sql)
    const transport = aTransport()
    expect(await relayed(transport)).toBe('unknown')
    expect(await relayed(transport)).toBe('unknown')
    expect(reported).toMatchObject([
      [{ channel: expect.any(String) as string }, { type }],
      [{ channel: expect.any(String) as string }, { type }],
    ])
    expect(transport.handed).toEqual([])
    expect(await outbox()).toEqual([])
  })
})

describe('a queue', () => {
  const boss = new PgBoss({ connectionString: database.url, max: 4 })
  boss.on('error', () => undefined)

  test('gets each delivery once, and tries again until the transport takes it', async () => {
    await boss.start()
    // Without its queue nothing is moved, and the outbox keeps what it has.
    await expect(forwardDeliveries(pool, boss)).rejects.toThrow('takes no jobs')
    expect(await outbox()).toHaveLength(2)
    await createQueues(boss)
    expect(await boss.getQueue(QUEUE)).toMatchObject({ retryLimit: 16, deadLetter: DEAD_LETTERS })
    const moved = await Promise.all([1, 2, 3].map(() => forwardDeliveries(pool, boss)))
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await outbox()).toEqual([])
    const transport = aTransport(1)
    await workDeliveries(boss, service, transport)
    await expect.poll(() => transport.handed.length, { timeout: 20_000 }).toBe(3)
    expect(new Set(transport.handed)).toEqual(new Set(['i-1.email', 'i-1.news']))
    expect(transport.handed[0]).toBe(transport.handed[2])
    await boss.offWork(QUEUE)
  })

  test('hands nothing over after an opt-out', async () => {
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await forwardDeliveries(pool, boss)).toBe(2)
    const transport = aTransport()
    await workDeliveries(boss, service, transport)
    await expect
      .poll(async () => await boss.getQueueSize(QUEUE, { before: 'completed' }), {
        timeout: 20_000,
      })
      .toBe(0)
    expect(transport.handed).toEqual([])
    await boss.stop({ graceful: false })
  })
})
