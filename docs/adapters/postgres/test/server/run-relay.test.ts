import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Delivery, PreparedDelivery } from 'group-invitations'
import { afterAll, expect, test, vi } from 'vitest'
import { Undeliverable } from '../../../shared/hand-over.js'
import { outboxState } from '../../outbox-state.js'
import { relayOne, runRelay } from '../../relay.js'
import { aTransport } from '../transports.js'
import { keysOf, manyDeliveries } from './many-deliveries.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const report = () => undefined
const log = (problem: unknown) => {
  throw problem
}

/** A transport that takes its time, and remembers how many messages it had at once. */
function slowTransport(milliseconds: (prepared: PreparedDelivery) => number) {
  const slow = { handed: [] as string[], now: 0, most: 0, deliver }
  return slow
  async function deliver(prepared: PreparedDelivery) {
    slow.now += 1
    slow.most = Math.max(slow.most, slow.now)
    await pause(milliseconds(prepared))
    slow.handed.push(prepared.idempotencyKey)
    slow.now -= 1
  }
}

const waiting = async () => (await outboxState(pool)).waiting

test('hands over 200 messages of 50 ms, 10 at once, in about a tenth of their time', async () => {
  const service = await manyDeliveries(pool, 200)
  const transport = slowTransport(() => 50)
  const stop = new AbortController()
  const outcomes: string[] = []
  const onRelayed = (outcome: string, { deliveryId }: Delivery) => {
    outcomes.push(`${outcome} ${deliveryId}`)
    if (outcomes.length === 200) stop.abort()
  }
  const began = Date.now()
  await runRelay(
    { database: pool, service, transport, report },
    { stop: stop.signal, log, concurrency: 10, onRelayed },
  )
  const seconds = (Date.now() - began) / 1000
  console.log(`200 messages of 50 ms, 10 at once: ${seconds.toFixed(2)} s instead of 10 s`)
  // Ten on an idle machine; never more.
  expect(transport.most).toBeGreaterThan(5)
  expect(transport.most).toBeLessThanOrEqual(10)
  // A tenth is the time of the transport; what the database needs is on top, on a machine that others use too.
  expect(seconds).toBeLessThan(5)
  expect(transport.handed.sort()).toEqual(keysOf(200))
  expect(outcomes.sort()).toEqual(keysOf(200).map((key) => `delivered ${key}`))
  expect(await outboxState(pool)).toEqual({
    waiting: 0,
    triedAgain: 0,
    overdue: 0,
    deadLetters: 0,
  })
})

test('lets a slow message hold no other one', async () => {
  const service = await manyDeliveries(pool, 50)
  const transport = slowTransport(({ idempotencyKey }) =>
    idempotencyKey === 'n-1.email' ? 3000 : 1,
  )
  const stop = new AbortController()
  const run = { stop: stop.signal, log, concurrency: 2 }
  const relay = runRelay({ database: pool, service, transport, report }, run)
  await expect.poll(() => transport.handed.length, { timeout: 2500 }).toBe(49)
  expect(await waiting()).toBe(1)
  stop.abort()
  await relay
  expect(transport.handed.at(-1)).toBe('n-1.email')
  expect(await waiting()).toBe(0)
})

test('waits for what is in flight if it is stopped: nothing is lost, nothing twice', async () => {
  const service = await manyDeliveries(pool, 60)
  const transport = slowTransport(() => 300)
  const stop = new AbortController()
  const relay = { database: pool, service, transport, report }
  const run = runRelay(relay, { stop: stop.signal, log })
  await expect.poll(() => transport.now).toBe(10)
  const before = transport.handed.length
  stop.abort()
  await run
  expect(transport.now).toBe(0)
  expect(transport.handed.length - before).toBeGreaterThanOrEqual(10)
  // What is left has no lease, and can be taken at once.
  const { rows } = await pool.query<{ attempts: number; is_due: boolean }>(
    'SELECT DISTINCT attempts, due_at <= now() AS is_due FROM deliveries',
  )
  expect(rows).toEqual([{ attempts: 0, is_due: true }])
  expect(await waiting()).toBe(60 - transport.handed.length)
  const fast = aTransport()
  while ((await relayOne({ ...relay, transport: fast })) !== undefined);
  expect([...transport.handed, ...fast.handed].sort()).toEqual(keysOf(60))
})

test('hands over again, after their lease, what a process had in flight that was killed', async () => {
  const service = await manyDeliveries(pool, 30)
  const script = 'docs/adapters/postgres/test/server/race/hanging-relay.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', script, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const taken: string[] = []
  createInterface(child.stdout).on('line', (line) => taken.push(line))
  await expect.poll(() => taken.length, { timeout: 30_000 }).toBe(5)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const transport = slowTransport(() => 1)
  const stop = new AbortController()
  const run = runRelay({ database: pool, service, transport, report }, { stop: stop.signal, log })
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0)
  stop.abort()
  await run
  expect(transport.handed.sort()).toEqual(keysOf(30))
  // The last ones are those that had the lease of the killed process, with the same keys.
  expect(taken.every((key) => transport.handed.includes(key))).toBe(true)
})

test('counts what has become of each, and shows how the outbox is', async () => {
  const service = await manyDeliveries(pool, 4)
  await pool.query(`
    UPDATE deliveries SET due_at = now() - interval '90 seconds' WHERE delivery_id = 'n-1.email';
    UPDATE deliveries SET due_at = now() + interval '1 hour', attempts = 3 WHERE delivery_id = 'n-4.email';
    UPDATE invitations SET text = '' WHERE invitation_id = 'n-2'`)
  const before = await outboxState(pool)
  expect(before).toMatchObject({ waiting: 4, triedAgain: 1, deadLetters: 0 })
  expect(before.overdue).toBeGreaterThan(89)
  expect(before.overdue).toBeLessThan(95)
  const counters = new Map<string, number>()
  const stop = new AbortController()
  const run = runRelay(
    {
      database: pool,
      service,
      report,
      transport: {
        deliver: ({ idempotencyKey }) =>
          Promise.reject(
            idempotencyKey === 'n-1.email' ? new Undeliverable('550') : new Error('mailbox busy'),
          ),
      },
    },
    {
      stop: stop.signal,
      log,
      onRelayed: (outcome) => {
        counters.set(outcome, (counters.get(outcome) ?? 0) + 1)
        if (counters.size === 3) stop.abort()
      },
    },
  )
  await run
  expect(Object.fromEntries(counters)).toEqual({ dead: 1, erased: 1, postponed: 1 })
  expect(await outboxState(pool)).toEqual({
    waiting: 2,
    triedAgain: 1,
    overdue: 0,
    deadLetters: 1,
  })
})

test('logs what its callback throws, and goes on', async () => {
  const service = await manyDeliveries(pool, 3)
  const transport = slowTransport(() => 1)
  const stop = new AbortController()
  const logged: unknown[] = []
  const run = runRelay(
    { database: pool, service, transport, report },
    {
      stop: stop.signal,
      log: (problem) => logged.push(problem),
      onRelayed: () => {
        throw new Error('no such counter')
      },
    },
  )
  await expect.poll(() => logged.length).toBe(3)
  stop.abort()
  await run
  expect(transport.handed.sort()).toEqual(keysOf(3))
})

// The clock of the outbox is moved instead of waiting: each due time comes nearer.
async function failForAMinute(): Promise<number[]> {
  const service = await manyDeliveries(pool, 100)
  const down = { deliver: () => Promise.reject(new Error('mail server away')) }
  const relay = { database: pool, service, transport: down, report }
  for (let seconds = 0; seconds < 60; seconds += 0.5) {
    await pool.query(`UPDATE deliveries SET due_at = due_at - interval '0.5 seconds'`)
    const taken = () => relayOne(relay)
    for (let more = true; more;) {
      more = (await Promise.all(Array.from({ length: 8 }, taken))).every(Boolean)
    }
  }
  const { rows } = await pool.query<{ wait: number }>(
    'SELECT extract(epoch FROM due_at - now())::float8 AS wait FROM deliveries',
  )
  return rows.map(({ wait }) => wait)
}

/** The largest share that is due within one second. */
const peakOf = (waits: readonly number[]) =>
  Math.max(...waits.map((from) => waits.filter((wait) => wait >= from && wait < from + 1).length)) /
  waits.length

test('after an outage of a minute does not come back in one instant', async () => {
  const peak = peakOf(await failForAMinute())
  console.log(`After an outage of a minute at most ${peak * 100} % are due within one second`)
  expect(peak).toBeLessThan(0.3)
})

test('the same without its random part is found out', async () => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const peak = peakOf(await failForAMinute())
  random.mockRestore()
  console.log(`Without the random part ${peak * 100} %`)
  expect(peak).toBeGreaterThan(0.5)
})
