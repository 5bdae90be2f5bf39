import { InvitationPolicy, InvitationService, toLogRecord } from 'group-invitations'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../postgres/database.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { emptyTables, postgresFixtures, seed } from '../../../postgres/test/fixtures.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { contractsOf, type FixturesOf } from '../../../../../test/support/contracts-of.js'
import { NETWORK } from '../../../../../test/support/network.js'
import {
  byExecute,
  sharedWithDrizzle,
  withCounts,
  withoutCode,
  withoutTypes,
  withPlugins,
  withValues,
} from '../broken-bridges.js'
import { commitsMeet } from '../commits-meet.js'
import { openKnex } from '../open-knex.js'
import { REQUEST, WORDS } from '../draft-with-words.js'

const database = await openDatabase()
const pool = database.pool()
afterAll(() => database.close())

beforeEach(async () => {
  await emptyTables(pool)
  await seed(pool, NETWORK)
})

/** Repositories over the bridge, in a store that is filled without it. */
const fixturesOver =
  (broken: Database): FixturesOf =>
  (port) =>
  async () => ({
    ...(await postgresFixtures(pool)(port)()),
    repository: repositoriesIn(broken)[port],
  })

test.each([
  ['renames the columns', withPlugins, 'findStandings/each'],
  ['returns instants as strings', byExecute, 'findFreeAt/instant'],
  ['returns a number beside the rows', withCounts, 'change/only-from'],
  ['does not know that lists are lists', withoutTypes, 'findStandings/each'],
])('the kit names a bridge that %s', async (_flaw, open, id) => {
  const broken = await open(database.url)
  const cases = contractsOf(fixturesOver(broken.database)).flatMap(([, ofPort]) => ofPort)
  const run = cases.find((one) => one.id === id)?.run
  expect(run).toBeDefined()
  await expect(run?.()).rejects.toThrow()
  await broken.close()
})

test('a bridge that loses the SQLSTATE turns a conflict into an outage', async () => {
  const broken = withoutCode(database.url)
  await expect(commitsMeet(pool, broken.database)).rejects.toThrow('duplicate key')
  await broken.close()
})

test('a log has the words of members if the errors are those of Drizzle', async () => {
  const broken = byExecute(database.url)
  await pool.query(`ALTER TABLE invitations ADD CONSTRAINT fail CHECK (text = '')`)
  const repositories = repositoriesIn(broken.database)
  const service = new InvitationService(new InvitationPolicy(repositories), repositories)
  const problem = (await service.send(REQUEST))._unsafeUnwrapErr()
  await pool.query('ALTER TABLE invitations DROP CONSTRAINT fail')
  await broken.close()
  expect(problem.type).toBe('DependencyFailed')
  const logged = JSON.stringify(toLogRecord(problem))
  expect(WORDS.filter((word) => !logged.includes(word))).toEqual([])
})

test('an error of Knex quotes a value if the statement has an operator `?`', async () => {
  const failing = (over: Database) =>
    over.query(`SELECT '{}'::jsonb ? $1, 1 / 0`, ['Zwiebelkuchen'])
  const broken = withValues(database.url)
  await expect(failing(broken.database)).rejects.toThrow('Zwiebelkuchen')
  await broken.close()
  const bridge = await openKnex(database.url)
  await expect(failing(bridge.database)).rejects.toThrow(/^division by zero$/)
  await bridge.close()
})

test('postgres.js has no instants any more if Drizzle has the same `sql`', async () => {
  const shared = sharedWithDrizzle(database.url)
  const { rows } = await shared.database.query<{ now: unknown }>('SELECT now() AS now')
  expect(rows).toEqual([{ now: expect.any(String) as unknown }])
  const written = shared.database.query('SELECT $1::timestamptz AS now', [new Date()])
  await expect(written).rejects.toThrow(TypeError)
  await shared.close()
})
