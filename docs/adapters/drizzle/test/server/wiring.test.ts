import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PreparedDelivery } from 'group-invitations'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openPool } from '../../../postgres/wiring.js'
import { relayOne } from '../../../postgres/relay.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { emptyTables, seed } from '../../../postgres/test/fixtures.js'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { repositoriesIn } from '../../repositories.js'
import { claims, optOuts } from '../../schema.js'
import { openService } from '../../wiring.js'

const server = await openDatabase()
const other = server.pool()
afterAll(() => server.close())
beforeEach(async () => {
  await emptyTables(other)
  await seed(other, NETWORK)
})

test('what is wired together sends, answers and relays', async () => {
  const problems: unknown[] = []
  const { pool, database, service, answerService } = openService(server.url, (problem) =>
    problems.push(problem),
  )
  const handed: string[] = []
  const transport = {
    deliver: ({ idempotencyKey }: PreparedDelivery) =>
      Promise.resolve(void handed.push(idempotencyKey)),
  }
  expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
  const relay = { database: database.$client, service, transport, report: () => undefined }
  expect(await relayOne(relay)).toBe('delivered')
  const accepted = await answerService.accept({ invitationId: 'i-1', memberId: 'bernd' })
  expect(accepted._unsafeUnwrap()).toMatchObject({ status: 'Accepted', standing: 'pending' })
  expect(await relayOne(relay)).toBe('cancelled')
  expect(await relayOne(relay)).toBe(undefined)
  expect(handed).toEqual(['i-1.email'])
  await pool.end()
  expect(problems).toEqual([])
})

test('two hundred sends at once all get a connection', async () => {
  const { pool, service } = openService(server.url, () => undefined)
  const sent = await Promise.all(Array.from({ length: 200 }, () => service.send(aRequest())))
  expect(sent.filter((each) => each.isOk())).toHaveLength(1)
  expect(await drizzle(other).select().from(claims)).toHaveLength(1)
  await pool.end()
})

test('the services within a transaction are stored with it, or not at all', async () => {
  const { pool, database, servicesIn } = openService(server.url, () => undefined)
  const failing = database.transaction(async (transaction) => {
    const sent = await servicesIn(transaction).service.send(aRequest())
    expect(sent.isOk()).toBe(true)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await database.select().from(claims)).toEqual([])
  await pool.end()
})

// The lock stands for a server that is silent for longer than the client waits, and does all that it was told later.
const limits = { statement_timeout: undefined, query_timeout: 300, max: 1 }

async function writeAfterSilence(database: ReturnType<typeof drizzle>): Promise<number> {
  const blocker = await other.connect()
  await blocker.query('BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE')
  const silent = database.transaction(async (transaction) => {
    await transaction.select().from(claims)
  })
  await expect(silent).rejects.toThrow()
  await blocker.query('COMMIT')
  blocker.release()
  await pause(100)
  await repositoriesIn(database).preferences.setOptOut('bernd', 'all', true)
  return (await drizzle(other).select().from(optOuts)).filter(
    ({ member_id }) => member_id === 'bernd',
  ).length
}

test('no write is lost in a transaction that could not be rolled back', async () => {
  const { pool, database } = openService(server.url, () => undefined, { pool: limits })
  expect(await writeAfterSilence(database)).toBe(1)
  await pool.end()
})

test('it would be, over a pool that gives such a connection to the next one', async () => {
  const pool = openPool(server.url, () => undefined, limits)
  expect(await writeAfterSilence(drizzle(pool))).toBe(0)
  await pool.end()
})
