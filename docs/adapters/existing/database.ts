import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Drizzle over node-postgres or PGlite, or a transaction of it. */
export type Database = PgDatabase<PgQueryResultHKT>
