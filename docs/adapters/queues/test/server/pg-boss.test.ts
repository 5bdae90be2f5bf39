import PgBoss from 'pg-boss'
import { describe, expect, test } from 'vitest'
import { createQueue, forwardDeliveries, QUEUE, workDeliveries } from '../../pg-boss.js'
import { aTransport } from '../../../postgres/test/transports.js'
import { setUp, testPromises } from './promises.js'

const bosses: PgBoss[] = []

const world = setUp(async (database, pool) => {
  const boss = new PgBoss({ connectionString: database.url, max: 4 })
  boss.on('error', () => undefined)
  bosses.push(boss)
  await boss.start()
  await createQueue(boss)
  return {
    forward: () => forwardDeliveries(pool, boss),
    async work(work) {
      await workDeliveries(boss, work)
      return () => boss.offWork(QUEUE)
    },
    hasten: () => pool.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`),
    async endLeases() {
      await pool.query(`UPDATE pgboss.job SET started_on = started_on - interval '61 seconds'`)
      await boss.maintain()
    },
    size: () => boss.getQueueSize(QUEUE, { before: 'completed' }),
    close: () => boss.stop({ graceful: false }),
  }
})
const boss = () => {
  const latest = bosses.at(-1)
  if (!latest) throw new Error('There is none yet')
  return latest
}

async function outbox() {
  const { rows } = await world.pool.query<{ delivery_id: string }>(
    'SELECT delivery_id FROM deliveries ORDER BY delivery_id',
  )
  return rows.map((row) => row.delivery_id)
}

describe('pg-boss', () => {
  testPromises('pg-boss', 17, world)

  test('without its queue moves nothing, and the outbox keeps what it has', async () => {
    await boss().deleteQueue(QUEUE)
    await expect(world.queue.forward()).rejects.toThrow('takes no jobs')
    expect(await outbox()).toHaveLength(2)
  })

  test('tries for more than 18 hours', async () => {
    expect(await boss().getQueue(QUEUE)).toMatchObject({
      retryLimit: 17,
      retryDelay: 2,
      retryBackoff: true,
    })
    // Each wait is half of this and a random part of the other half; the last of 17 tries ends the job.
    const waits = Array.from({ length: 16 }, (_nothing, index) => 2 ** (index + 1) / 2)
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeGreaterThan(18)
  })

  test('gets no job if the transaction that moves it fails', async () => {
    // Fails as late as a transaction can: when it is committed.
    await world.pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE CONSTRAINT TRIGGER refusing AFTER DELETE ON deliveries
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();`)
    await expect(world.queue.forward()).rejects.toThrow('no')
    expect(await world.queue.size()).toBe(0)
    expect(await outbox()).toHaveLength(2)
  })

  test.each([
    ['email', 'i-1.news'],
    ['news', 'i-1.email'],
  ])(
    'gets as many as the limit says, and the %s if it has been due for longer',
    async (first, left) => {
      await world.pool.query(
        `UPDATE deliveries SET due_at = now() - interval '1 hour' WHERE channel = '${first}'`,
      )
      expect(await forwardDeliveries(world.pool, boss(), 1)).toBe(1)
      expect(await outbox()).toEqual([left])
    },
  )

  test('gets none that is not due', async () => {
    await world.pool.query(`UPDATE deliveries SET due_at = now() + interval '1 minute'`)
    expect(await world.queue.forward()).toBe(0)
  })

  test('does not wait for a delivery that another one is moving', async () => {
    const client = await world.pool.connect()
    await client.query('BEGIN')
    await client.query(`SELECT FROM deliveries WHERE channel = 'news' FOR UPDATE`)
    try {
      const impatient = world.database.pool('-c lock_timeout=500')
      expect(await forwardDeliveries(impatient, boss())).toBe(1)
    } finally {
      client.release(true)
    }
    expect(await outbox()).toEqual(['i-1.news'])
  })

  test('gets each delivery once, however many move them', async () => {
    const moved = await Promise.all([1, 2, 3].map(() => forwardDeliveries(world.pool, boss())))
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await outbox()).toEqual([])
    expect(await world.queue.size()).toBe(2)
  })

  test('works on without a pause as long as there are jobs', async () => {
    for (let count = 0; count < 60; count += 1) {
      await boss().send(QUEUE, { deliveryId: `i-1.email`, invitationId: 'i-1', channel: 'email' })
    }
    const transport = aTransport()
    const began = Date.now()
    await world.work(transport)
    await expect.poll(() => transport.handed.length, { timeout: 20_000 }).toBe(60)
    // Ten workers that pause half a second after each job take three seconds.
    console.log(`60 jobs of pg-boss: ${Date.now() - began} ms`)
    expect(Date.now() - began).toBeLessThan(2500)
  })

  test('a batch, which is completed as a whole, loses what another worker has by then', async () => {
    await world.queue.forward()
    let failed = ''
    // The broken form: one job of a batch fails by itself, and the other one takes its time.
    await boss().work<{ deliveryId: string }>(QUEUE, { batchSize: 2 }, async ([one]) => {
      failed = one?.id ?? ''
      await boss().fail(QUEUE, failed, { message: 'mailbox unavailable' })
      await world.queue.hasten()
      const taken = await boss().fetch(QUEUE)
      expect(taken.map(({ id }) => id)).toEqual([failed])
    })
    await expect.poll(() => world.queue.size(), { timeout: 10_000 }).toBe(0)
    // The other worker fails, and nothing tries the job again.
    await boss().fail(QUEUE, failed, { message: 'mailbox unavailable' })
    expect(await boss().getJobById(QUEUE, failed)).toMatchObject({ state: 'completed' })
  })
})
