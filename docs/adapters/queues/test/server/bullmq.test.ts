import type { Queue } from 'bullmq'
import type { Delivery } from 'group-invitations'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { forwardDeliveries, openQueue, workDeliveries } from '../../bullmq.js'
import { forwardUntil } from '../../forward-until.js'
import { aTransport } from '../../../postgres/test/transports.js'
import { setUp, testPromises } from './promises.js'
import { BRIEF, startRedis, urlOfRedis } from './redis.js'

let redis: Redis
let queue: Queue<Delivery>

const world = setUp(async (_database, pool) => {
  redis = new Redis(urlOfRedis())
  await redis.flushall()
  queue = await openQueue({ url: urlOfRedis() })
  return {
    forward: () => forwardDeliveries(pool, queue),
    work(work) {
      const worker = workDeliveries(work, { ...BRIEF, connection: { url: urlOfRedis() } })
      worker.on('error', () => undefined)
      return Promise.resolve(() => worker.close())
    },
    hasten: () => queue.promoteJobs(),
    // They end by themselves, after BRIEF.
    endLeases: () => Promise.resolve(),
    size: async () =>
      queue.getJobCountByTypes('waiting', 'active', 'delayed', 'failed', 'completed'),
    async close() {
      await queue.close()
      redis.disconnect()
    },
  }
})

const KEYS = ['i-1.email', 'i-1.news']
const outboxSize = async () => (await world.pool.query('SELECT FROM deliveries')).rows.length
const makeDue = () => world.pool.query('UPDATE deliveries SET due_at = now()')
const untilDone = () => expect.poll(outboxSize, { timeout: 10_000 }).toBe(0)

describe('BullMQ', () => {
  testPromises('bullmq', 17, world)

  test('loses nothing if Redis loses its memory', async () => {
    expect(await world.queue.forward()).toBe(2)
    await redis.flushall()
    expect(await world.queue.forward()).toBe(0)
    await makeDue() // As time does after the lease.
    expect(await world.queue.forward()).toBe(2)
    const transport = aTransport()
    await world.work(transport)
    await untilDone()
    expect(transport.handed.sort()).toEqual(KEYS)
  })

  test('a forwarder that deletes what it adds loses it with the memory of Redis', async () => {
    const { rows } = await world.pool.query<Delivery>(
      `DELETE FROM deliveries
        RETURNING delivery_id AS "deliveryId", invitation_id AS "invitationId", channel`,
    )
    await queue.addBulk(rows.map((data) => ({ name: data.channel, data })))
    await redis.flushall()
    await makeDue()
    expect([await world.queue.forward(), await world.queue.size()]).toEqual([0, 0])
  })

  test('has one job for each delivery, however often it is forwarded', async () => {
    // The transaction fails when it is committed: the jobs are there, and the deliveries are still due.
    await world.pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE CONSTRAINT TRIGGER refusing AFTER UPDATE ON deliveries
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();`)
    await expect(world.queue.forward()).rejects.toThrow('no')
    await world.pool.query('DROP FUNCTION refuse CASCADE')
    expect(await world.queue.size()).toBe(2)
    expect(await world.queue.forward()).toBe(2)
    await makeDue()
    expect(await world.queue.forward()).toBe(2)
    expect(await world.queue.size()).toBe(2)
    const transport = aTransport()
    await world.work(transport)
    await untilDone()
    expect(transport.handed.sort()).toEqual(KEYS)
  })

  test('gets as many as the limit says, those that have been due for longest', async () => {
    await world.pool.query(
      `UPDATE deliveries SET due_at = now() - interval '1 hour' WHERE channel = 'news'`,
    )
    expect(await forwardDeliveries(world.pool, queue, { limit: 1 })).toBe(1)
    expect((await queue.getWaiting()).map(({ id }) => id)).toEqual(['i-1.news'])
  })

  test('gets them again after half to one and a half leases, each at another time', async () => {
    expect(await forwardDeliveries(world.pool, queue, { lease: 1000 })).toBe(2)
    const { rows } = await world.pool.query<{ seconds: number }>(
      'SELECT extract(epoch FROM due_at - now())::float8 AS seconds FROM deliveries',
    )
    const [one = 0, other = 0] = rows.map(({ seconds }) => seconds)
    expect(Math.min(one, other)).toBeGreaterThan(450)
    expect(Math.max(one, other)).toBeLessThan(1500)
    expect(one).not.toBe(other)
  })

  test('does not wait for a delivery that another one is forwarding', async () => {
    const client = await world.pool.connect()
    await client.query('BEGIN')
    await client.query(`SELECT FROM deliveries WHERE channel = 'news' FOR UPDATE`)
    try {
      const impatient = world.database.pool('-c lock_timeout=500')
      expect(await forwardDeliveries(impatient, queue)).toBe(1)
    } finally {
      client.release(true)
    }
  })

  test('keeps in the outbox, and due, what it cannot add while Redis is away', async () => {
    const another = await startRedis()
    const away = await openQueue({ url: another.url })
    away.on('error', () => undefined)
    await another.stop()
    await expect(forwardDeliveries(world.pool, away)).rejects.toThrow()
    expect(await outboxSize()).toBe(2)
    const back = await startRedis(another.url)
    const forward = () => forwardDeliveries(world.pool, away).catch(() => 'not yet')
    await expect.poll(forward, { timeout: 10_000 }).toBe(2)
    await away.close()
    await back.stop()
  })

  test('sends nothing again if Redis is restored with jobs that were done', async () => {
    await world.queue.forward()
    const transport = aTransport()
    await world.work(transport)
    await untilDone()
    const data: Delivery = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' }
    await queue.add('email', data, { jobId: data.deliveryId })
    await expect.poll(() => world.queue.size(), { timeout: 10_000 }).toBe(0)
    expect(transport.handed.sort()).toEqual(KEYS)
  })

  test('is fed until that is stopped, whatever fails meanwhile', async () => {
    const stop = new AbortController()
    const logged: unknown[] = []
    let calls = 0
    const forwarding = forwardUntil(
      stop.signal,
      () => {
        calls += 1
        if (calls === 1) return Promise.reject(new Error('no Redis'))
        return forwardDeliveries(world.pool, queue, { limit: 1 })
      },
      (problem) => logged.push(problem),
    )
    await expect.poll(() => world.queue.size(), { timeout: 5000 }).toBe(2)
    stop.abort()
    await forwarding
    expect(logged).toEqual([new Error('no Redis')])
  })

  test('refuses the colon that identifiers of deliveries do not have', async () => {
    const data: Delivery = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' }
    await expect(queue.add('email', data, { jobId: 'i-1:email' })).rejects.toThrow(':')
  })

  test('spreads the tries of what has failed at once', async () => {
    await world.queue.forward()
    await world.work(aTransport(2))
    await expect.poll(() => queue.getDelayedCount(), { timeout: 10_000 }).toBe(2)
    const [one, other] = await queue.getDelayed()
    expect(one?.delay).toBeGreaterThanOrEqual(1000)
    expect(one?.delay).toBeLessThanOrEqual(2000)
    expect(one?.delay).not.toBe(other?.delay)
  })
})
