import { InvitationPolicy, InvitationService } from 'group-invitations'
import PgBoss from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Undeliverable } from '../../../shared/hand-over.js'
import {
  createQueues,
  DEAD_LETTERS,
  findDeadJobs,
  forwardDeliveries,
  QUEUE,
  workDeliveries,
} from '../../queue.js'
import { repositoriesIn } from '../../repositories.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { emptyTables, seed } from '../fixtures.js'
import { aTransport } from '../transports.js'
import { openDatabase } from './pools.js'

const database = await openDatabase()
const pool = database.pool()
const repositories = repositoriesIn(pool)
const service = new InvitationService(new InvitationPolicy(repositories), repositories)
const boss = new PgBoss({ connectionString: database.url, max: 4 })
boss.on('error', () => undefined)

let reported: unknown[] = []
const report = (...problem: unknown[]) => void reported.push(problem)

beforeAll(async () => {
  await boss.start()
})
beforeEach(async () => {
  reported = []
  await emptyTables(pool)
  await seed(pool, NETWORK)
  const sent = await service.send(aRequest(), { invitationId: 'i-1' })
  expect(sent.isOk()).toBe(true)
})
afterEach(() => boss.offWork(QUEUE))
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.close()
})

async function outbox() {
  const { rows } = await pool.query<{ delivery_id: string }>(
    'SELECT delivery_id FROM deliveries ORDER BY delivery_id',
  )
  return rows.map((row) => row.delivery_id)
}

const unfinished = () => boss.getQueueSize(QUEUE, { before: 'completed' })

test('without its queue moves nothing, and the outbox keeps what it has', async () => {
  await expect(forwardDeliveries(pool, boss)).rejects.toThrow('takes no jobs')
  expect(await outbox()).toHaveLength(2)
  await createQueues(boss)
  expect(await boss.getQueue(QUEUE)).toMatchObject({
    retryLimit: 16,
    retryDelay: 2,
    retryBackoff: true,
    deadLetter: DEAD_LETTERS,
  })
  // At the least, since each wait is half of this and a random part of the other half.
  const waits = Array.from({ length: 16 }, (_nothing, index) => 2 ** (index + 1))
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeGreaterThan(24)
})

test('gets no job if the transaction that moves it fails', async () => {
  // Fails as late as a transaction can: when it is committed.
  await pool.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE CONSTRAINT TRIGGER refusing AFTER DELETE ON deliveries
       DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();`)
  await expect(forwardDeliveries(pool, boss)).rejects.toThrow('no')
  await pool.query('DROP FUNCTION refuse CASCADE')
  expect(await unfinished()).toBe(0)
  expect(await outbox()).toHaveLength(2)
})

test.each([
  ['email', 'i-1.news'],
  ['news', 'i-1.email'],
])(
  'gets as many as the limit says, and the %s if it has been due for longer',
  async (first, left) => {
    await pool.query(
      `UPDATE deliveries SET due_at = now() - interval '1 hour' WHERE channel = '${first}'`,
    )
    expect(await forwardDeliveries(pool, boss, 1)).toBe(1)
    expect(await outbox()).toEqual([left])
    await boss.purgeQueue(QUEUE)
  },
)

test('gets none that is not due', async () => {
  await pool.query(`UPDATE deliveries SET due_at = now() + interval '1 minute'`)
  expect(await forwardDeliveries(pool, boss)).toBe(0)
})

test('does not wait for a delivery that another one is moving', async () => {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query(`SELECT FROM deliveries WHERE channel = 'news' FOR UPDATE`)
  try {
    expect(await forwardDeliveries(database.pool('-c lock_timeout=500'), boss)).toBe(1)
  } finally {
    client.release(true)
  }
  expect(await outbox()).toEqual(['i-1.news'])
  await boss.purgeQueue(QUEUE)
})

test('gets each delivery once, and tries again until the transport takes it', async () => {
  const moved = await Promise.all([1, 2, 3].map(() => forwardDeliveries(pool, boss)))
  expect(moved.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect(await outbox()).toEqual([])
  const transport = aTransport(1)
  await workDeliveries(boss, service, transport, report)
  await expect.poll(() => transport.handed.length, { timeout: 20_000 }).toBe(3)
  expect(new Set(transport.handed)).toEqual(new Set(['i-1.email', 'i-1.news']))
  expect(transport.handed[0]).toBe(transport.handed[2])
  expect(reported).toEqual([
    [expect.objectContaining({ invitationId: 'i-1' }), new Error('mailbox unavailable')],
  ])
})

test('hands nothing over after an opt-out', async () => {
  expect((await service.optOut('bernd')).isOk()).toBe(true)
  expect(await forwardDeliveries(pool, boss)).toBe(2)
  const transport = aTransport()
  await workDeliveries(boss, service, transport, report)
  await expect.poll(unfinished, { timeout: 20_000 }).toBe(0)
  expect([transport.handed, reported]).toEqual([[], []])
})

test.each([
  ['whose text is erased', `UPDATE invitations SET text = ''`],
  ['that is deleted', 'DELETE FROM invitations'],
])('drops, and reports, deliveries of an invitation %s', async (_case, sql) => {
  await pool.query(sql)
  expect(await forwardDeliveries(pool, boss)).toBe(2)
  const transport = aTransport()
  await workDeliveries(boss, service, transport, report)
  await expect.poll(unfinished, { timeout: 20_000 }).toBe(0)
  const problem = [expect.anything(), { type: 'InvitationNotFound', invitationId: 'i-1' }]
  expect([transport.handed, reported]).toEqual([[], [problem, problem]])
  expect(await findDeadJobs(pool)).toEqual([])
})

test('makes a message that can never be delivered a dead letter at once, and once', async () => {
  await pool.query(`DELETE FROM deliveries WHERE channel = 'news'`)
  await pool.query(`UPDATE deliveries SET invitation_id = 'nope'`)
  await pool.query(`INSERT INTO deliveries VALUES ('i-1.news', 'i-1', 'news')`)
  expect(await forwardDeliveries(pool, boss)).toBe(2)
  const refused = new Undeliverable('550 no such mailbox')
  await workDeliveries(boss, service, aTransport(9, refused), report)
  await expect.poll(() => findDeadJobs(pool), { timeout: 20_000 }).toHaveLength(2)
  await expect.poll(unfinished, { timeout: 20_000 }).toBe(0)
  expect(await findDeadJobs(pool, 1)).toHaveLength(1)
  expect((await findDeadJobs(pool)).map(({ deliveryId }) => deliveryId).sort()).toEqual([
    'i-1.email',
    'i-1.news',
  ])
  expect(reported).toHaveLength(2) // A dead job has the identifier of its delivery's job, so that it cannot be there twice.
  const { rows } = await pool.query(
    `SELECT FROM pgboss.job AS dead JOIN pgboss.job AS done USING (id)
      WHERE dead.name = $1 AND done.name = $2`,
    [DEAD_LETTERS, QUEUE],
  )
  expect(rows).toHaveLength(2)
})
