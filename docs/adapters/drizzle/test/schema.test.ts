import { PGlite } from '@electric-sql/pglite'
import { is, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgDialect, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { SCHEMA } from '../../postgres/test/fixtures.js'
import * as schema from '../schema.js'

const tables = Object.values(schema).filter((table) => is(table, PgTable))
const dialect = new PgDialect()
const written = (sql: SQL) => dialect.sqlToQuery(sql.inlineParams()).sql
const namesOf = (columns: readonly PgColumn[]) => columns.map(({ name }) => name).join(', ')

/** The statements that make a table as Drizzle describes it. */
function statementsFor(table: PgTable): string[] {
  const { name, columns, primaryKeys, checks, indexes } = getTableConfig(table)
  const parts = [
    ...columns.map(columnOf),
    ...primaryKeys.map(
      (key) => `CONSTRAINT ${key.getName()} PRIMARY KEY (${namesOf(key.columns)})`,
    ),
    ...checks.map((check) => `CONSTRAINT ${check.name} CHECK (${written(check.value)})`),
  ]
  return [
    `CREATE TABLE ${name} (${parts.join(', ')})`,
    ...indexes.map(({ config }) => {
      const keys = config.columns.map((column) => {
        if (!('indexConfig' in column)) throw new Error('This index is over an expression')
        const { order, nulls } = column.indexConfig as { order: string; nulls: string }
        return `${String(column.name)} ${order} NULLS ${nulls}`
      })
      return `CREATE INDEX ${String(config.name)} ON ${name} (${keys.join(', ')})`
    }),
  ]
}

function columnOf(column: PgColumn): string {
  const words = [column.name, column.getSQLType()]
  if (column.primary) words.push('PRIMARY KEY')
  if (column.notNull) words.push('NOT NULL')
  if (column.default !== undefined) words.push('DEFAULT', defaultOf(column))
  return words.join(' ')
}

function defaultOf({ default: value }: PgColumn): string {
  if (Array.isArray(value) && value.length === 0) return `'{}'`
  if (typeof value === 'object' && value !== null) return written(value as SQL)
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
}

// What PostgreSQL itself says of the tables.
const CATALOGUE = [
  `SELECT table_name, column_name, data_type, udt_name, datetime_precision, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  `SELECT conrelid::regclass::text AS table_name, conname, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
]

async function catalogueOf(sql: string): Promise<unknown[][]> {
  const database = new PGlite()
  await database.exec(sql)
  const found: unknown[][] = []
  for (const query of CATALOGUE) found.push((await database.query(query)).rows)
  await database.close()
  return found
}

const ofPostgres = catalogueOf(SCHEMA)

test('the tables that Drizzle describes are those of postgres/schema.sql', async () => {
  expect(tables.length).toBe(12)
  const described = await catalogueOf(tables.flatMap(statementsFor).join(';\n'))
  expect(described.map((rows) => rows.length > 10)).toEqual([true, true, true])
  expect(described).toEqual(await ofPostgres)
}, 60_000)

test('an index by `desc()` alone would not have the order of the lists', async () => {
  const statements = statementsFor(schema.invitations)
  const byDescAlone = statements.map((sql) => sql.replaceAll('desc NULLS first', 'desc NULLS last'))
  expect(byDescAlone).not.toEqual(statements)
  const rest = tables.filter((table) => table !== schema.invitations).flatMap(statementsFor)
  const described = await catalogueOf([...byDescAlone, ...rest].join(';\n'))
  expect(described).not.toEqual(await ofPostgres)
}, 60_000)
