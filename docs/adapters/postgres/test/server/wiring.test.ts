import { connect, createServer, type Server } from 'node:net'
import { InvitationService, type PreparedDelivery } from 'group-invitations'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { runRelay } from '../../relay.js'
import { openService } from '../../wiring.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const other = database.pool()
afterAll(() => database.close())

const problems: unknown[] = []
// Gives a value on purpose: what a log gives is nobody's business.
const log = (...logged: unknown[]) => problems.push(...logged)
const report = (_delivery: unknown, problem: unknown) => log(problem)

let opened: ReturnType<typeof openService<readonly []>>

beforeEach(async () => {
  problems.length = 0
  opened = openService(database.url, log)
  await emptyTables(other)
  await seed(other, NETWORK)
})
afterEach(() => opened.pool.end())

/** Ends every other connection, as a server that is started anew does. */
const endAll = () =>
  other.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )

/** Sends until it is stored: a connection that was ended may be noticed only when it is used. */
const sends = (service: InvitationService) => async () =>
  (await service.send(aRequest(), { invitationId: 'i-1' })).isOk()

test('what is wired together sends and relays, and survives the end of its connections', async () => {
  const { pool, service } = opened
  const handed = new Set<string>()
  const transport = {
    async deliver({ idempotencyKey }: PreparedDelivery) {
      await endAll()
      handed.add(idempotencyKey)
    },
  }
  const stop = new AbortController()
  // One at once: each delivery ends all connections, and would end those of the other one. What it ends itself comes
  // again after the lease.
  const relay = runRelay(
    { database: pool, service, transport, report: () => undefined, lease: 1 },
    { stop: stop.signal, log, concurrency: 1 },
  )
  await endAll()
  await expect.poll(sends(service), { timeout: 10_000 }).toBe(true)
  await expect
    .poll(() => [...handed].sort(), { timeout: 10_000 })
    .toEqual(['i-1.email', 'i-1.news'])
  stop.abort()
  await relay
  expect(problems).not.toEqual([])
  expect(problems.filter((problem) => !(problem instanceof Error))).toEqual([])
})

test('a message of an invitation that was answered meanwhile is not sent', async () => {
  const { pool, service, answerService } = opened
  const sent = await service.send(aRequest(), { invitationId: 'i-1' })
  expect(sent.isOk()).toBe(true)
  const declined = await answerService.decline({ invitationId: 'i-1', memberId: 'bernd' })
  expect(declined._unsafeUnwrap()).toMatchObject({ status: 'Declined', replayed: false })
  const handed: PreparedDelivery[] = []
  const stop = new AbortController()
  const transport = { deliver: (prepared: PreparedDelivery) => void handed.push(prepared) as never }
  const relay = runRelay({ database: pool, service, transport, report }, { stop: stop.signal, log })
  const left = () => other.query('SELECT FROM deliveries')
  await expect.poll(async () => (await left()).rows.length, { timeout: 10_000 }).toBe(0)
  stop.abort()
  await relay
  expect([handed, problems]).toEqual([[], []])
})

test('waits a moment where the database is away, however its log answers', async () => {
  const stop = new AbortController()
  const { pool } = openService('postgres://127.0.0.1:1/nowhere', log)
  const transport = { deliver: () => Promise.resolve() }
  const relay = runRelay(
    { database: pool, service: opened.service, transport, report },
    { stop: stop.signal, log },
  )
  await new Promise((resolve) => setTimeout(resolve, 1200))
  stop.abort()
  await relay
  await pool.end()
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.length).toBeLessThan(6)
})

test('waits for a lock no longer than the limit', async () => {
  const client = await other.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE opt_outs IN ACCESS EXCLUSIVE MODE')
  try {
    const refused = await opened.service.optOut('bernd')
    expect(refused._unsafeUnwrapErr()).toMatchObject({ operation: 'setOptOut' })
    // The server has given up too, and does not work on for nobody.
    const waiting = `SELECT FROM pg_stat_activity
                      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    expect((await client.query(waiting)).rows).toEqual([])
  } finally {
    client.release(true)
  }
})

test('logs that a connection was lost while it was in use', async () => {
  const client = await opened.pool.connect()
  await endAll()
  try {
    await expect.poll(() => problems.length, { timeout: 5000 }).toBeGreaterThan(0)
  } finally {
    client.release(true)
  }
})

test('waits for a server that does not take connections no longer than the limit', async () => {
  const silent = createServer(() => undefined)
  const { service, pool } = openService(await urlOf(silent), log)
  expect((await service.optOut('bernd'))._unsafeUnwrapErr()).toMatchObject({
    operation: 'setOptOut',
  })
  await pool.end()
  silent.close()
})

test('waits for a server that falls silent no longer than the limit', async () => {
  // A connection through here is a real one, until nothing comes back any more.
  let isSilent = false
  const { hostname, port } = new URL(database.url)
  const between = createServer((socket) => {
    const onward = connect(Number(port || 5432), hostname)
    onward.on('data', (data) => {
      if (!isSilent) socket.write(data)
    })
    socket.on('data', (data) => onward.write(data))
    for (const [one, another] of [[socket, onward] as const, [onward, socket] as const]) {
      one.on('close', () => another.destroy()).on('error', () => undefined)
    }
  })
  const { service, pool } = openService(await urlOf(between), log)
  expect((await service.optOut('bernd')).isOk()).toBe(true)
  isSilent = true
  const began = Date.now()
  expect((await service.optIn('bernd'))._unsafeUnwrapErr()).toMatchObject({
    operation: 'setOptOut',
    effect: 'unknown',
  })
  expect(Date.now() - began).toBeLessThan(6000)
  await pool.end()
  between.close()
})

/** The address of the test's database by way of this server. */
async function urlOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(database.url)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  return url.href
}
