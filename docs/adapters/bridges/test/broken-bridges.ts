import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleOver } from 'drizzle-orm/postgres-js'
import knex from 'knex'
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import postgres from 'postgres'
import { DataSource } from 'typeorm'
import type { Database } from '../../postgres/database.js'
import { kyselyDatabase } from '../kysely-database.js'
import { postgresJsDatabase } from '../postgres-js-database.js'

/** A bridge with one mistake that is easily made. */
export interface BrokenBridge {
  readonly database: Database
  close(): Promise<unknown>
}

const openKysely = (url: string) =>
  new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }),
    plugins: [new CamelCasePlugin()],
  })

/** Keeps the message of an error, and loses its SQLSTATE. */
export function withoutCode(url: string): BrokenBridge {
  const db = openKysely(url)
  const over = kyselyDatabase(db)
  return {
    database: {
      query: async <Row>(text: string, parameters?: unknown[]) => {
        try {
          return await over.query<Row>(text, parameters)
        } catch (error) {
          // Without it as the cause: this is the mistake.
          // eslint-disable-next-line preserve-caught-error
          throw new Error(error instanceof Error ? error.message : 'Failed')
        }
      },
    },
    close: () => db.destroy(),
  }
}

/** Lets a plugin rename the columns. */
export function withPlugins(url: string): BrokenBridge {
  const db = openKysely(url)
  return {
    database: {
      query: <Row>(text: string, parameters?: unknown[]) =>
        db.executeQuery<Row>(CompiledQuery.raw(text, parameters)),
    },
    close: () => db.destroy(),
  }
}

/** Asks by `execute`, which returns instants as strings, and whose errors quote the parameters. */
export function byExecute(url: string): BrokenBridge {
  const pool = new pg.Pool({ connectionString: url })
  return { database: executing(drizzle(pool)), close: () => pool.end() }
}

const executing = (db: NodePgDatabase): Database => ({
  async query<Row>(text: string, parameters: unknown[] = []) {
    const parts = text
      .split(/\$(\d+)/)
      .map((part, place) =>
        place % 2 === 0 ? sql.raw(part) : sql`${sql.param(parameters[Number(part) - 1])}`,
      )
    const { rows } = await db.execute(sql.join(parts))
    return { rows: rows as Row[] }
  },
})

/** Takes the pair of rows and number, which a write returns, for the rows. */
export async function withCounts(url: string): Promise<BrokenBridge> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize()
  return {
    database: {
      query: async <Row>(text: string, parameters?: unknown[]) => ({
        rows: await dataSource.query<Row[]>(text, parameters),
      }),
    },
    close: () => dataSource.destroy(),
  }
}

/** Hands on the errors of Knex, which reads an operator `?` in the statement as the place of a value. */
export function withValues(url: string): BrokenBridge {
  const db = knex({ client: 'pg', connection: url })
  return {
    database: {
      query: async <Row>(text: string, parameters: unknown[] = []) => {
        const values = parameters as string[]
        const bindings = Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]))
        const named = text.replaceAll('?', '\\?').replace(/\$(\d+)/g, ':p$1')
        return db.raw<{ rows: Row[] }>(named, bindings)
      },
    },
    close: () => db.destroy(),
  }
}

/** Without the types of the database, lists are written as they are joined. */
export function withoutTypes(url: string): BrokenBridge {
  const db = postgres(url, { fetch_types: false, onnotice: () => undefined })
  return { database: postgresJsDatabase(db), close: () => db.end() }
}

/** Shares the `sql` with Drizzle. */
export function sharedWithDrizzle(url: string): BrokenBridge {
  const db = postgres(url, { onnotice: () => undefined })
  drizzleOver(db)
  return { database: postgresJsDatabase(db), close: () => db.end() }
}
