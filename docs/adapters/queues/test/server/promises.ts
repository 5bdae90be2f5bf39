import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { InvitationPolicy, InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDeadLetters, reviveDeadLetters } from '../../../postgres/dead-letters.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { inTransaction, sendIn } from '../../../postgres/transaction.js'
import { seed } from '../../../postgres/test/fixtures.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { aTransport } from '../../../postgres/test/transports.js'
import { type Transport, Undeliverable } from '../../../shared/hand-over.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import type { QueueWork } from '../../try-job.js'

/** A database of the test's own. */
export type TestDatabase = Awaited<ReturnType<typeof openDatabase>>

/** A queue over a database, as a test sees it. */
export interface QueueInTest {
  /** Brings into the queue what is in the outbox. */
  forward(): Promise<unknown>
  /** Works on the jobs until the function that it resolves to is called. */
  work(work: QueueWork): Promise<() => Promise<void>>
  /** Moves the clock of jobs that wait for their next try. */
  hasten(): Promise<unknown>
  /** Moves the clock of the jobs of a worker that was killed. */
  endLeases(): Promise<unknown>
  /** How many jobs are not done. */
  size(): Promise<number>
  close(): Promise<unknown>
}

export type OpenQueue = (database: TestDatabase, pool: Pool) => Promise<QueueInTest>

const KEYS = ['i-1.email', 'i-1.news']

/** A fresh database and queue for each test, in which an invitation has been sent. */
export function setUp(open: OpenQueue) {
  const reported: unknown[] = []
  const stops: (() => Promise<void>)[] = []
  const world = {
    reported,
    database: undefined as unknown as TestDatabase,
    pool: undefined as unknown as Pool,
    queue: undefined as unknown as QueueInTest,
    policy: undefined as unknown as InvitationPolicy,
    service: undefined as unknown as InvitationService,
    /** Works with this transport until the end of the test. */
    async work(transport: Transport) {
      const { pool, service } = world
      const report = (...problem: unknown[]) => void reported.push(problem)
      const stop = await world.queue.work({ database: pool, service, transport, report })
      stops.push(stop)
      return stop
    },
  }
  beforeEach(async () => {
    world.database = await openDatabase()
    world.pool = world.database.pool()
    const repositories = repositoriesIn(world.pool)
    world.policy = new InvitationPolicy(repositories)
    world.service = new InvitationService(world.policy, repositories)
    world.queue = await open(world.database, world.pool)
    await seed(world.pool, NETWORK)
    reported.length = 0
    const sent = await world.service.send(aRequest(), { invitationId: 'i-1' })
    expect(sent.isOk()).toBe(true)
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
    await world.queue.close()
    await world.database.close()
  })
  return world
}

/** What each queue promises, as tests. */
export function testPromises(
  name: 'pg-boss' | 'graphile-worker' | 'bullmq',
  tries: number,
  world: ReturnType<typeof setUp>,
): void {
  const done = async () => {
    await world.queue.hasten()
    return world.queue.size()
  }
  const untilDone = () => expect.poll(done, { timeout: 30_000, interval: 100 }).toBe(0)

  test('delivers each message, once if nothing fails', async () => {
    const transport = aTransport()
    await world.work(transport)
    await world.queue.forward()
    await untilDone()
    await world.queue.forward()
    await untilDone()
    expect(transport.handed.sort()).toEqual(KEYS)
    expect([world.reported, await findDeadLetters(world.pool)]).toEqual([[], []])
    expect((await world.pool.query('SELECT FROM deliveries')).rows).toEqual([])
  })

  test('has no job of an invitation whose transaction was rolled back', async () => {
    const { pool, policy } = world
    const repositories = repositoriesIn(pool)
    const sending = inTransaction(pool, async (client) => {
      const request = aRequest({ inviterId: 'clara', route: 'profile' })
      const sent = await sendIn(client, policy, repositories, request, { invitationId: 'i-2' })
      throw new Error(`taken back: ${sent.invitation.invitationId}`)
    })
    await expect(sending).rejects.toThrow('taken back: i-2')
    const transport = aTransport()
    await world.work(transport)
    await world.queue.forward()
    await untilDone()
    expect(transport.handed.sort()).toEqual(KEYS)
  })

  test('tries again until the transport takes a message, with the same key', async () => {
    const transport = aTransport(3)
    await world.work(transport)
    await world.queue.forward()
    await untilDone()
    expect(transport.handed).toHaveLength(5)
    expect([...new Set(transport.handed)].sort()).toEqual(KEYS)
    const report = [
      expect.objectContaining({ invitationId: 'i-1' }),
      new Error('mailbox unavailable'),
    ]
    expect(world.reported).toEqual([report, report, report])
    expect(await findDeadLetters(world.pool)).toEqual([])
  })

  test('delivers nothing after an opt-out', async () => {
    await world.queue.forward()
    expect((await world.service.optOut('bernd')).isOk()).toBe(true)
    const transport = aTransport()
    await world.work(transport)
    await untilDone()
    expect([transport.handed, world.reported]).toEqual([[], []])
  })

  test.each([
    ['whose text is erased', `UPDATE invitations SET text = ''`],
    ['that is deleted', 'DELETE FROM invitations'],
  ])('drops, and reports, deliveries of an invitation %s', async (_case, sql) => {
    await world.pool.query(sql)
    await world.queue.forward()
    const transport = aTransport()
    await world.work(transport)
    await untilDone()
    const report = [expect.anything(), { type: 'InvitationNotFound', invitationId: 'i-1' }]
    expect([transport.handed, world.reported]).toEqual([[], [report, report]])
    expect(await findDeadLetters(world.pool)).toEqual([])
  })

  test('makes a dead letter at once of what can never be delivered, and revives it', async () => {
    await world.queue.forward()
    const transport = aTransport(2, new Undeliverable('550 no such mailbox'))
    await world.work(transport)
    await untilDone()
    const dead = await findDeadLetters(world.pool)
    expect(dead.map(({ deliveryId }) => deliveryId).sort()).toEqual(KEYS)
    expect(dead).toMatchObject([
      { attempts: 1, problem: '550 no such mailbox' },
      { attempts: 1, problem: '550 no such mailbox' },
    ])
    expect(world.reported).toHaveLength(2)
    expect(await reviveDeadLetters(world.pool, ['i-1.email'])).toBe(1)
    await world.queue.forward()
    await expect.poll(() => transport.handed, { timeout: 10_000 }).toHaveLength(3)
    await untilDone()
    expect(transport.handed.at(-1)).toBe('i-1.email')
    expect(await findDeadLetters(world.pool)).toMatchObject([{ deliveryId: 'i-1.news' }])
  })

  test('gives up in the end', async () => {
    await world.queue.forward()
    const transport = aTransport(1000)
    await world.work(transport)
    await untilDone()
    const dead = await findDeadLetters(world.pool)
    expect(dead).toMatchObject([
      { attempts: tries, problem: 'mailbox unavailable' },
      { attempts: tries, problem: 'mailbox unavailable' },
    ])
    expect(transport.handed).toHaveLength(2 * tries)
  })

  test('loses nothing if a worker is killed in the middle', async () => {
    await world.queue.forward()
    const script = 'docs/adapters/queues/test/server/hanging-worker.ts'
    const args = ['--import', 'tsx', script, name, world.database.url]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const taken: string[] = []
    createInterface(child.stdout).on('line', (line) => taken.push(line))
    await expect.poll(() => taken.length, { timeout: 30_000 }).toBe(2)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(taken.sort()).toEqual(KEYS)
    const transport = aTransport()
    await world.work(transport)
    await world.queue.endLeases()
    await untilDone()
    expect(transport.handed.sort()).toEqual(KEYS)
    expect(await findDeadLetters(world.pool)).toEqual([])
  })
}
