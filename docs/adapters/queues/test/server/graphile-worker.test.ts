import { readFileSync } from 'node:fs'
import { Logger, makeWorkerUtils, runMigrations } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import { TASK, workDeliveries } from '../../graphile-worker.js'
import { aTransport } from '../../../postgres/test/transports.js'
import { setUp, testPromises } from './promises.js'

const SQL = readFileSync('docs/adapters/queues/graphile-worker.sql', 'utf8')
const silent = new Logger(() => () => undefined)

const world = setUp(async (database, pool) => {
  await runMigrations({ connectionString: database.url, logger: silent })
  await pool.query(SQL)
  return {
    // The transaction of the invitation has done it.
    forward: () => Promise.resolve(),
    async work(work) {
      const runner = await workDeliveries(
        { pgPool: pool, concurrency: 4, pollInterval: 200, logger: silent },
        work,
      )
      return () => runner.stop()
    },
    hasten: () => pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()'),
    async endLeases() {
      const { rows } = await pool.query<{ locked_by: string }>(
        'SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
      )
      const utils = await makeWorkerUtils({ pgPool: pool, logger: silent })
      await utils.forceUnlockWorkers(rows.map((row) => row.locked_by))
      await utils.release()
    },
    size,
    close: () => Promise.resolve(),
  }

  async function size() {
    const { rows } = await pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM graphile_worker.jobs',
    )
    return rows[0]?.count ?? 0
  }
})

describe('graphile-worker', () => {
  testPromises('graphile-worker', 14, world)

  test('has a job as soon as the invitation is stored, and nothing in the outbox', async () => {
    const { rows } = await world.pool.query(
      'SELECT task_identifier, key, max_attempts FROM graphile_worker.jobs ORDER BY key',
    )
    const job = { task_identifier: TASK, max_attempts: 15 }
    expect(rows).toEqual([
      { ...job, key: 'i-1.email' },
      { ...job, key: 'i-1.news' },
    ])
    expect((await world.pool.query('SELECT FROM deliveries')).rows).toEqual([])
  })

  test('has one job for a delivery that is enqueued again', async () => {
    await world.pool.query(`INSERT INTO deliveries VALUES ('i-1.email', 'i-1', 'email')`)
    expect(await world.queue.size()).toBe(2)
  })

  test('takes over what an outbox has', async () => {
    await world.pool.query(`
      DROP FUNCTION enqueue_delivery CASCADE;
      DELETE FROM graphile_worker._private_jobs;
      INSERT INTO deliveries VALUES ('i-1.email', 'i-1', 'email'), ('i-1.news', 'i-1', 'news')`)
    await world.pool.query(SQL)
    expect(await world.queue.size()).toBe(2)
    expect((await world.pool.query('SELECT FROM deliveries')).rows).toEqual([])
    const transport = aTransport()
    await world.work(transport)
    await expect.poll(() => world.queue.size(), { timeout: 10_000 }).toBe(0)
    expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
  })

  test('tries for 28 hours', () => {
    const waits = Array.from({ length: 13 }, (_nothing, index) => Math.exp(Math.min(index + 1, 10)))
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeCloseTo(28, 0)
  })

  test('makes a dead letter of a message that has killed its worker each time', async () => {
    await world.pool.query('UPDATE graphile_worker._private_jobs SET attempts = 14')
    const transport = aTransport()
    await world.work(transport)
    await expect.poll(() => world.queue.size(), { timeout: 10_000 }).toBe(0)
    expect(transport.handed).toEqual([])
    const { rows } = await world.pool.query('SELECT problem FROM dead_letters')
    const dead = { problem: 'No try has come to an end' }
    expect(rows).toEqual([dead, dead])
  })
})
