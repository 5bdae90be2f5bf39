import { answerRepositoryContract, invitationRepositoryContract } from 'group-invitations/testing'
import type { Pool } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failedCases } from '../../../../test/support/failed-cases.js'
import { answersIn } from '../answers.js'
import { type Database, databaseOver, type Statements } from '../database.js'
import { invitationsIn } from '../invitations.js'
import { openPool } from '../wiring.js'
import { mysqlFixtures } from './fixtures.js'
import { freshDatabase } from './fresh-database.js'
import { hasMariaDb, type MariaDb, startMariaDb } from './server.js'

let server: MariaDb | undefined
let one: Pool
let other: Pool

beforeAll(async () => {
  server = await startMariaDb()
  const { url } = await freshDatabase(server?.url ?? '')
  one = openPool(url, console.error)
  other = openPool(url, console.error)
}, 60_000)

afterAll(async () => {
  for (const pool of [one, other]) await pool.end()
  await server?.stop()
})

type Breaking = (database: Database) => Database

/** Each statement is another one. */
const rewriting =
  (change: (sql: string) => string): Breaking =>
  (database) => {
    const over = ({ find, write }: Statements): Statements => ({
      find: (sql, parameters) => find(change(sql), parameters),
      write: (sql, parameters) => write(change(sql), parameters),
    })
    return {
      ...over(database),
      transaction: (work) => database.transaction((own) => work(over(own))),
    }
  }

const withoutTransactions: Breaking = (database) => ({
  ...database,
  transaction: (work) => work(database),
})

const casesOver = (breaking: Breaking) => [
  ...invitationRepositoryContract(async () => ({
    ...(await mysqlFixtures(one, other)('invitations')()),
    repository: invitationsIn(breaking(databaseOver(one))),
    another: () => invitationsIn(breaking(databaseOver(other))),
  })),
  ...answerRepositoryContract(async () => ({
    ...(await mysqlFixtures(one, other)('answers')()),
    repository: answersIn(breaking(databaseOver(one))),
    another: () => answersIn(breaking(databaseOver(other))),
  })),
]

const FLAWS: readonly (readonly [flaw: string, breaking: Breaking, ids: readonly string[]])[] = [
  [
    'a look without a lock',
    rewriting((sql) => sql.replace('FOR UPDATE', '')),
    ['commit/race-for-pace', 'change/race', 'change/race-membership'],
  ],
  [
    'an UPDATE that does not compare the end of the claim',
    rewriting((sql) => sql.replace('AND repeatable_at <= ?', 'AND ? IS NOT NULL')),
    ['commit/race-for-pair', 'commit/race-for-ended-pair'],
  ],
  [
    'INSERT IGNORE, which hides that a key is taken',
    rewriting((sql) => sql.replace('INSERT INTO', 'INSERT IGNORE INTO')),
    ['commit/race-for-pair', 'commit/race-for-id'],
  ],
  [
    'REPLACE of a claim',
    rewriting((sql) => sql.replace('INSERT INTO claims', 'REPLACE INTO claims')),
    ['commit/race-for-pair', 'commit/race-for-ended-pair'],
  ],
  [
    'writes that are no transaction',
    withoutTransactions,
    ['commit/nothing-if-failed', 'commit/race-for-pace', 'change/never-back-admitting'],
  ],
]

describe.skipIf(!hasMariaDb())('the kit names', () => {
  // A race shows its flaw often, and not each time.
  test.each(FLAWS)('%s', { timeout: 60_000, retry: 5 }, async (_flaw, breaking, ids) => {
    const failed = await failedCases(casesOver(breaking).filter(({ id }) => ids.includes(id)))
    expect(failed).toEqual(ids)
  })

  test('none of the adapter as it is', { timeout: 60_000 }, async () => {
    const ids = FLAWS.flatMap(([, , ofFlaw]) => ofFlaw)
    const cases = casesOver((database) => database).filter(({ id }) => ids.includes(id))
    expect(await failedCases(cases)).toEqual([])
  })
})
