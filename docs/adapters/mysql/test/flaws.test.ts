import {
  type ContractCase,
  invitationRepositoryContract,
  membershipRepositoryContract,
} from 'group-invitations/testing'
import { createPool, type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractsOf, type FixturesOf } from '../../../../test/support/contracts-of.js'
import { failedCases } from '../../../../test/support/failed-cases.js'
import { type Database, databaseOver } from '../database.js'
import { invitationsIn } from '../invitations.js'
import { membershipsIn } from '../memberships.js'
import { openPool } from '../wiring.js'
import { mysqlFixtures } from './fixtures.js'
import { freshDatabase, SCHEMA } from './fresh-database.js'
import { type MariaDb, hasMariaDb, startMariaDb } from './server.js'

let server: MariaDb | undefined
const pools: Pool[] = []

beforeAll(async () => {
  server = await startMariaDb()
}, 60_000)

afterAll(async () => {
  for (const pool of pools) await pool.end()
  await server?.stop()
})

/** Over tables by this schema. */
async function open(schema = SCHEMA, openOn = (url: string) => openPool(url, console.error)) {
  const { url } = await freshDatabase(server?.url ?? '', schema)
  const pool = openOn(url)
  pools.push(pool)
  return pool
}

/** Those of these cases that fail. */
const failedOf = (cases: readonly ContractCase[], ids: readonly string[]) =>
  failedCases(cases.filter(({ id }) => ids.includes(id)))

const allCases = (fixturesOf: FixturesOf) => contractsOf(fixturesOf).flatMap(([, cases]) => cases)

/** All columns of identifiers have another type. */
const withKeys = (typeOf: (bytes: number) => string) =>
  SCHEMA.replaceAll(/VARBINARY\((\d+)\)/g, (_all, bytes) => typeOf(Number(bytes)))

const asText = (collation: string) =>
  withKeys((bytes) => `VARCHAR(${bytes === 1020 ? 255 : bytes}) COLLATE ${collation}`)

describe.skipIf(!hasMariaDb())('the kit names', () => {
  const exact = ['findStandings/exact', 'findClaims/exact', 'commit/exact', 'change/gives-exactly']
  test.each([
    ['a collation that pads with blanks', asText('utf8mb4_bin'), exact],
    [
      'a collation without case',
      asText('utf8mb4_general_ci'),
      [...exact, 'findInvitation/exact', 'findChanges/exact'],
    ],
    ['keys of 255 bytes', withKeys((bytes) => `VARBINARY(${Math.min(bytes, 255)})`), exact],
    [
      'instants in seconds',
      SCHEMA.replaceAll('DATETIME(3)', 'DATETIME'),
      ['findInvitation/plain', 'commit/claim', 'findRecentFingerprints/since', 'change/from'],
    ],
  ])(
    '%s',
    async (_name, schema, ids) => {
      expect(schema).not.toBe(SCHEMA)
      const failed = await failedOf(allCases(mysqlFixtures(await open(schema))), ids)
      expect([...failed].sort()).toEqual([...ids].sort())
    },
    60_000,
  )

  test('two lists by JSON_TABLE, which are joined before the table is looked at', async () => {
    const pool = await open()
    pool.pool.on('connection', (connection) => {
      connection.query('SET SESSION max_statement_time = 1')
    })
    const database = databaseOver(pool)
    const casesOver = (over: Database) =>
      membershipRepositoryContract(async () => ({
        ...(await mysqlFixtures(pool)('memberships')()),
        repository: membershipsIn(over),
      }))
    const ids = ['findStandings/keys', 'findStandings/many-members']
    expect(await failedOf(casesOver(database), ids)).toEqual([])
    expect(await failedOf(casesOver(byJsonTable(database)), ids)).toEqual([
      'findStandings/many-members',
    ])
  }, 60_000)

  test('instants in the time zone of the driver', async () => {
    const before = process.env['TZ']
    process.env['TZ'] = 'America/New_York'
    try {
      const pool = await open()
      const cases = invitationRepositoryContract(async () => ({
        ...(await mysqlFixtures(pool)('invitations')()),
        repository: invitationsIn(byDriver(await open())),
      }))
      const ids = cases.map(({ id }) => id).filter((id) => id.includes('/clock-'))
      expect(await failedOf(cases, ids)).toContain('findInvitation/clock-new-york-1')
    } finally {
      process.env['TZ'] = before
    }
  }, 60_000)
})

describe.skipIf(!hasMariaDb())('a pool with other settings', () => {
  test('passes: REPEATABLE READ, the time zones and type casts of the pool', async () => {
    const { url } = await freshDatabase(server?.url ?? '')
    const [one, other] = [openStrange(url), openStrange(url)]
    pools.push(one, other)
    const ports = ['profiles', 'invitations', 'answers']
    const cases = contractsOf(mysqlFixtures(one, other)).flatMap(([port, ofPort]) =>
      ports.includes(port) ? ofPort : [],
    )
    const ids = cases.map(({ id }) => id)
    expect(await failedOf(cases, ids)).toEqual([])
  }, 120_000)
})

function openStrange(uri: string): Pool {
  const pool = createPool({ uri, timezone: '+05:30', dateStrings: true, typeCast: false })
  pool.pool.on('connection', (connection) => {
    connection.query("SET time_zone = '-08:00', innodb_snapshot_isolation = ON")
  })
  return pool
}

function byJsonTable(database: Database): Database {
  const list = `IN (SELECT id FROM JSON_TABLE(?, '$[*]' COLUMNS (id VARCHAR(255) CHARACTER SET utf8mb4 PATH '$')) AS listed)`
  return {
    ...database,
    find: (sql, parameters = []) =>
      database.find(
        sql.replaceAll('IN (?)', () => list),
        parameters.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value)),
      ),
  }
}

/** Without any conversion of our own, except that identifiers are strings. */
function byDriver(pool: Pool): Database {
  const database: Database = {
    async find<Row>(sql: string, values: readonly unknown[] = []) {
      const [rows] = await pool.query<RowDataPacket[]>({
        sql,
        values: [...values],
        typeCast: (field, next) => (field.type === 'VAR_STRING' ? field.string('utf8') : next()),
      })
      // The statement returns rows of this form.
      return rows as Row[]
    },
    async write(sql, values = []) {
      const [{ affectedRows }] = await pool.query<ResultSetHeader>(sql, [...values])
      return affectedRows
    },
    transaction: (work) => work(database),
  }
  return database
}
