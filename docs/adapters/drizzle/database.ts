import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

type Statements = Pick<PgDatabase<PgQueryResultHKT>, 'select' | 'insert' | 'update' | 'delete'>

/** Drizzle over node-postgres, postgres.js or PGlite, with any schema of yours; or a transaction of it. */
export interface Database extends Statements {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

interface Transaction extends Database {
  rollback(): never
}
