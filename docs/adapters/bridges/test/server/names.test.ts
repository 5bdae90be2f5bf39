import { drizzle } from 'drizzle-orm/node-postgres'
import knex from 'knex'
import pg from 'pg'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import type { Database } from '../../../postgres/database.js'
import { nameOf, prepared, preparing } from '../../../postgres/prepared.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { knexDatabase } from '../../knex-database.js'
import { postgresJsDatabase } from '../../postgres-js-database.js'
import { prismaDatabase } from '../../prisma-database.js'
import { prismaClient } from '../open-prisma.js'

const database = await openDatabase()
afterAll(() => database.close())

const STATEMENT = prepared('SELECT $1::int AS one')

/** The statements that the one connection has prepared. */
async function preparedBy(over: Database) {
  for (const value of [1, 2, 3]) {
    expect((await over.query(STATEMENT, [value])).rows).toEqual([{ one: value }])
  }
  const { rows } = await over.query<{ name: string; times: number }>(
    `SELECT name, (generic_plans + custom_plans)::int AS times FROM pg_prepared_statements
      WHERE statement LIKE '%::int AS one'`,
  )
  return rows
}

const ONE = { connectionString: database.url, max: 1 }
const NAMED = [{ name: nameOf(STATEMENT), times: 3 }]

test('Knex names the statements', async () => {
  const db = knex({ client: 'pg', connection: database.url, pool: { min: 1, max: 1 } })
  expect(await preparedBy(knexDatabase(db))).toEqual(NAMED)
  await db.destroy()
})

test('Prisma names the statements by an option of its adapter', async () => {
  const db = prismaClient({ ...ONE, options: '-c timezone=UTC' })
  expect(await preparedBy(prismaDatabase(db))).toEqual(NAMED)
  await db.$disconnect()
})

test('Drizzle names the statements by `preparing` instead of the bridge', async () => {
  const db = drizzle(new pg.Pool(ONE))
  expect(await preparedBy(preparing(db.$client))).toEqual(NAMED)
  await db.$client.end()
})

test('postgres.js prepares the statements that have a name, by a name of its own', async () => {
  const sql = postgres(database.url, { max: 1 })
  expect(await preparedBy(postgresJsDatabase(sql))).toMatchObject([{ times: 3 }])
  await sql.end()
})

test('postgres.js prepares none of them if its settings say so', async () => {
  const sql = postgres(database.url, { max: 1, prepare: false })
  expect(await preparedBy(postgresJsDatabase(sql))).toEqual([])
  await sql.end()
})
