import { InvitationPolicy, InvitationService } from 'group-invitations'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import pg from 'pg'
import { findDeadLetters } from '../../dead-letters.js'
import type { Transport } from '../../../shared/hand-over.js'
import { relayOne } from '../../relay.js'
import { repositoriesIn } from '../../repositories.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { aTransport } from '../transports.js'
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
      expect(waiting?.wait).toBeGreaterThan(seconds / 2 - 0.5)
      expect(waiting?.wait).toBeLessThanOrEqual(seconds * 1.5)
      await pool.query('UPDATE deliveries SET due_at = now()')
    }
    expect(await relayed(transport)).toBe('delivered')
    expect(new Set(transport.handed)).toEqual(new Set(['i-1.email']))
  })

  test('waits an hour or so in the end, however often the transport has failed', async () => {
    await pool.query(`UPDATE deliveries SET attempts = 5000`)
    const report = () => undefined
    const relay = { database: pool, service, transport: aTransport(1), report, tries: 6000 }
    expect(await relayOne(relay)).toBe('postponed')
    const waits = (await outbox()).map(({ wait }) => wait)
    expect(Math.max(...waits)).toBeGreaterThan(2000)
    expect(Math.max(...waits)).toBeLessThanOrEqual(6144)
  })

  test('waits from the failure on, not from when it has begun', async () => {
    const slow = {
      deliver: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2500))
        throw new Error('mailbox unavailable')
      },
    }
    expect(await relayed(slow)).toBe('postponed')
    expect(Math.max(...(await outbox()).map(({ wait }) => wait))).toBeGreaterThan(0.8)
  })

  test('shortens no lease of another relay if it fails after its own', async () => {
    await pool.query(`DELETE FROM deliveries WHERE channel = 'news'`)
    const overtaken = {
      async deliver() {
        await pool.query(`UPDATE deliveries SET attempts = 2, due_at = now() + interval '1 hour'`)
        throw new Error('mailbox unavailable')
      },
    }
    expect(await relayed(overtaken)).toBe('postponed')
    expect((await outbox()).map(({ wait }) => wait > 3500)).toEqual([true])
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
    ['whose text is erased', `UPDATE invitations SET text = ''`],
    ['that is deleted', 'DELETE FROM invitations'],
  ])('takes out, and reports, deliveries of an invitation %s', async (_case, sql) => {
    await pool.query(sql)
    const transport = aTransport()
    expect(await relayed(transport)).toBe('erased')
    expect(await relayed(transport)).toBe('erased')
    const report = [
      { channel: expect.any(String) as string },
      { type: 'InvitationNotFound', invitationId: 'i-1' },
    ]
    expect(reported).toMatchObject([report, report])
    expect(transport.handed).toEqual([])
    expect(await outbox()).toEqual([])
    expect(await findDeadLetters(pool)).toEqual([])
  })

  test.each(['email', 'news'])(
    'takes the %s first if it has been due for longer',
    async (first) => {
      await pool.query(
        `UPDATE deliveries SET due_at = now() - interval '1 hour' WHERE channel = '${first}'`,
      )
      const transport = aTransport()
      expect(await relayed(transport)).toBe('delivered')
      expect(transport.handed).toEqual([`i-1.${first}`])
    },
  )

  test('does not wait for a delivery that another one is taking', async () => {
    await pool.query(
      `UPDATE deliveries SET due_at = now() - interval '1 hour' WHERE channel = 'news'`,
    )
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query(`SELECT FROM deliveries WHERE channel = 'news' FOR UPDATE`)
    try {
      const transport = aTransport()
      const impatient = database.pool('-c lock_timeout=500')
      const report = () => undefined
      expect(await relayOne({ database: impatient, service, transport, report })).toBe('delivered')
      expect(transport.handed).toEqual(['i-1.email'])
    } finally {
      client.release(true)
    }
  })

  test('holds no connection while the transport works', async () => {
    const one = new pg.Pool({
      connectionString: database.url,
      max: 1,
      connectionTimeoutMillis: 2000,
    })
    let asked = 0
    const asking = {
      deliver: async () => {
        await one.query('SELECT 1')
        asked += 1
      },
    }
    const over = repositoriesIn(one)
    const ofOne = new InvitationService(new InvitationPolicy(over), over)
    const report = (...problem: unknown[]) => void reported.push(problem)
    const relay = { database: one, service: ofOne, transport: asking, report }
    expect(await relayOne(relay)).toBe('delivered')
    expect(await relayOne(relay)).toBe('delivered')
    expect([asked, reported]).toEqual([2, []])
    await one.end()
  })
})
