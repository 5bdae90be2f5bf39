import { DrizzleQueryError } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Drizzle over node-postgres or PGlite, or a transaction of it. */
export type Database = PgDatabase<PgQueryResultHKT>

/**
 * Runs a query or a transaction, and throws the error of the driver if it fails. The error of Drizzle has all parameters
 * in its message, and so what members have written, which would get into logs.
 */
export async function running<Result>(work: PromiseLike<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error
    throw error.cause ?? new Error('A query has failed')
  }
}
