import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { BRIDGES } from '../bridges.js'
import type { OpenBridge } from '../open-bridge.js'
import { openPrisma, prismaClient } from '../open-prisma.js'

const database = await openDatabase()
const pool = database.pool()
// Far from UTC and with daylight-saving time, so that an instant without a zone is another one.
await pool.query(`
  DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET timezone = ''America/New_York''', current_database());
  END $$`)
afterAll(() => database.close())

const INSTANTS = [
  '1901-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '2026-03-08T07:30:00.001Z',
  '2026-11-01T05:30:00.000Z',
  '9999-12-31T23:59:59.999Z',
].map((instant) => new Date(instant))

describe.each(BRIDGES)('values over %s', (name, open) => {
  let bridge: OpenBridge
  beforeAll(async () => {
    bridge = await open(database.url)
  })
  afterAll(() => bridge.close())

  test.each(INSTANTS)('the instant %s stays what it is, and is a `Date`', async (instant) => {
    const { rows } = await bridge.database.query(
      'SELECT $1::timestamptz AS instant, extract(epoch FROM $1::timestamptz)::float8 AS seconds',
      [instant],
    )
    expect(rows).toEqual([{ instant, seconds: +instant / 1000 }])
  })

  test.each([
    ['empty', []],
    ['of one', ['a']],
    ['of odd strings', ['', ' ', 'NULL', '{}', 'a,b', `"'\\`, '$1 ? :p1', 'ä𝔸']],
  ])('a list is a list: %s', async (_case, list) => {
    const { rows } = await bridge.database.query(
      'SELECT $1::text[] AS list, cardinality($1::text[]) AS length',
      [list],
    )
    expect(rows).toEqual([{ list, length: list.length }])
  })

  test('null is null, and a number is a number', async () => {
    const { rows } = await bridge.database.query(
      `SELECT $1::text AS nothing, $2::text AS text, $3::float8 AS number, $4::int AS count,
              true AS yes, json_build_object('list', json_build_array('a', NULL)) AS json`,
      [null, '$2 ? :p2', 0.1, 42],
    )
    expect(rows).toEqual([
      {
        nothing: null,
        text: '$2 ? :p2',
        number: 0.1,
        count: 42,
        yes: true,
        json: { list: ['a', null] },
      },
    ])
  })

  test('a bigint is no number', async () => {
    const { rows } = await bridge.database.query('SELECT count(*) AS count FROM invitations')
    expect(rows).toEqual([{ count: name === 'Prisma' ? 0n : '0' }])
  })

  test('a write returns its rows, and nothing else', async () => {
    const ask = async (sql: string, ...ids: string[]) =>
      (await bridge.database.query(sql, ids)).rows
    const add = 'INSERT INTO groups (group_id, name) VALUES ($1, $1) RETURNING group_id'
    const rename = 'UPDATE groups SET name = name WHERE group_id = $1 RETURNING group_id'
    const remove = 'DELETE FROM groups WHERE group_id = $1 RETURNING group_id'
    const found = [{ group_id: 'a' }]
    expect(await ask(add, 'a')).toEqual(found)
    expect(await ask(rename, 'a')).toEqual(found)
    expect(await ask(rename, 'b')).toEqual([])
    expect(await ask(`WITH one AS (SELECT $1 AS id) ${rename}`, 'a')).toEqual(found)
    expect(await ask(remove, 'a')).toEqual(found)
    expect(await ask(remove, 'a')).toEqual([])
  })

  test('an operator with a question mark is none of its parameters', async () => {
    const { rows } = await bridge.database.query(
      `SELECT '{"a": 1}'::jsonb ? $1 AS has, '12:30'::time::text AS time`,
      ['a'],
    )
    expect(rows).toEqual([{ has: true, time: '12:30:00' }])
  })
})

test('Prisma would shift instants if its sessions were not in UTC, so the bridge throws', async () => {
  const bridge = await openPrisma(database.url, '')
  const find = () => bridge.database.query('SELECT now()')
  await expect(find).rejects.toThrow('must be in UTC, and are in America/New_York')
  await expect(find).rejects.toThrow('must be in UTC')
  await bridge.close()
})

test('of Prisma itself instants are hours off then, both ways', async () => {
  const db = prismaClient({ connectionString: database.url })
  const noon = new Date('2026-05-12T12:00:00.000Z')
  const [found] = await db.$queryRawUnsafe<object[]>(
    `SELECT '2026-05-12T12:00:00Z'::timestamptz AS instant`,
  )
  const [sent] = await db.$queryRawUnsafe<object[]>(
    'SELECT extract(epoch FROM $1::timestamptz)::int AS seconds',
    noon,
  )
  await db.$disconnect()
  expect(found).toEqual({ instant: new Date('2026-05-12T08:00:00.000Z') })
  expect(sent).toEqual({ seconds: +new Date('2026-05-12T16:00:00.000Z') / 1000 })
})
