import type { Pool } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Transport, Undeliverable } from '../../shared/hand-over.js'
import { aTransport } from '../../postgres/test/transports.js'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import type { Database } from '../database.js'
import { type Relay, relayOne, runRelay } from '../relay.js'
import { openService } from '../wiring.js'
import { mysqlFixtures, seed } from './fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { hasMariaDb, type MariaDb, startMariaDb } from './server.js'

describe.skipIf(!hasMariaDb())('the relay', () => {
  let server: MariaDb | undefined
  let opened: ReturnType<typeof openService>
  let pool: Pool
  let database: Database
  let reported: unknown[]

  beforeAll(async () => {
    server = await startMariaDb()
    const { url } = await freshDatabase(server?.url ?? '')
    opened = openService(url, console.error)
    pool = opened.pool
    database = opened.database
  }, 60_000)

  afterAll(async () => {
    await pool.end()
    await server?.stop()
  })

  beforeEach(async () => {
    reported = []
    // Opening a fixture empties the tables.
    await mysqlFixtures(pool)('invitations')()
    await seed(database, NETWORK)
    const sent = await opened.service.send(aRequest(), { invitationId: 'i-1' })
    expect(sent.isOk()).toBe(true)
  })

  const relayOver = (transport: Transport, settings: Partial<Relay> = {}): Relay => ({
    database,
    service: opened.service,
    transport,
    report: (_delivery, problem) => void reported.push(problem),
    ...settings,
  })
  const makeDue = () => database.write('UPDATE deliveries SET due_at = UTC_TIMESTAMP(3)')
  const waits = () =>
    database.find<{ seconds: number; attempts: number }>(
      `SELECT TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), due_at) / 1e6 AS seconds, attempts
         FROM deliveries`,
    )

  test('hands each delivery over once', async () => {
    const transport = aTransport()
    const relayed = await Promise.all([1, 2, 3].map(() => relayOne(relayOver(transport))))
    expect(relayed.sort()).toEqual(['delivered', 'delivered', undefined])
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
    expect(await waits()).toEqual([])
  })

  test('runs until it is stopped', async () => {
    const transport = aTransport()
    const stop = new AbortController()
    const outcomes: string[] = []
    await runRelay(relayOver(transport), {
      stop: stop.signal,
      log: (problem) => void reported.push(problem),
      onRelayed(outcome) {
        if (outcomes.push(outcome) === 2) stop.abort()
      },
    })
    expect([outcomes, reported]).toEqual([['delivered', 'delivered'], []])
  })

  test('waits longer and longer after a failure, in whatever time zone the session is', async () => {
    await database.write(`DELETE FROM deliveries WHERE channel = 'news'`)
    await database.write(`SET time_zone = '-05:00'`)
    const transport = aTransport(3)
    for (const mean of [2, 4, 8]) {
      expect(await relayOne(relayOver(transport))).toBe('postponed')
      expect(await relayOne(relayOver(transport))).toBeUndefined()
      const [wait] = await waits()
      expect(Number(wait?.seconds)).toBeGreaterThan(mean / 2 - 0.5)
      expect(Number(wait?.seconds)).toBeLessThanOrEqual(mean * 1.5)
      await makeDue()
    }
    expect(await relayOne(relayOver(transport))).toBe('delivered')
    expect(new Set(transport.handed)).toEqual(new Set(['i-1.email']))
  })

  test('leaves what it has taken to others after the lease, should it die', async () => {
    const dying = { deliver: () => new Promise<never>(() => undefined) }
    void relayOne(relayOver(dying, { lease: 1 }))
    const transport = aTransport()
    await expect.poll(() => relayOne(relayOver(transport))).toBe('delivered')
    expect(await relayOne(relayOver(transport))).toBeUndefined()
    const relayed = () => relayOne(relayOver(transport))
    await expect.poll(relayed, { timeout: 5000 }).toBe('delivered')
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
  })

  test('shortens no lease of another relay if it fails after its own', async () => {
    await database.write(`DELETE FROM deliveries WHERE channel = 'news'`)
    const overtaken = {
      async deliver() {
        await database.write(
          'UPDATE deliveries SET attempts = 2, due_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR',
        )
        throw new Error('mailbox unavailable')
      },
    }
    expect(await relayOne(relayOver(overtaken))).toBe('postponed')
    expect(Number((await waits())[0]?.seconds)).toBeGreaterThan(3500)
  })

  test('makes a dead letter of what cannot be delivered, or was tried too often', async () => {
    const denied = new Undeliverable(`550 ${'x'.repeat(600)}`)
    expect(await relayOne(relayOver(aTransport(1, denied)))).toBe('dead')
    expect(await relayOne(relayOver(aTransport(1), { tries: 1 }))).toBe('dead')
    expect(await waits()).toEqual([])
    const dead = 'SELECT attempts, problem FROM dead_letters ORDER BY problem'
    expect(await database.find(dead)).toEqual([
      { attempts: 1, problem: `550 ${'x'.repeat(496)}` },
      { attempts: 1, problem: 'mailbox unavailable' },
    ])
    expect(await relayOne(relayOver(aTransport()))).toBeUndefined()
  })

  test('drops what must not be sent any more', async () => {
    expect((await opened.service.optOut('bernd')).isOk()).toBe(true)
    expect(await relayOne(relayOver(aTransport()))).toBe('cancelled')
    await database.write('DELETE FROM invitations')
    expect(await relayOne(relayOver(aTransport()))).toBe('erased')
    expect(reported).toMatchObject([{ type: 'InvitationNotFound' }])
  })
})
