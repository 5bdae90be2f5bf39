import type { Database, Value } from './database.js'

/** The part of `D1Database`, the binding of a Worker, that the adapter needs. */
export interface Binding {
  prepare(sql: string): Prepared
  batch(statements: Prepared[]): Promise<Found[]>
}

interface Prepared {
  bind(...parameters: Value[]): Prepared
  all(): Promise<Found>
}

interface Found {
  readonly results: unknown[]
}

/**
 * A database of Cloudflare D1. Its batch is one transaction. Give it the binding itself, which asks the primary, and no
 * session of `withSession`: a replica may not have what was just written.
 */
export function d1(binding: Binding): Database {
  return {
    async find<Row>(sql: string, ...parameters: readonly Value[]) {
      const { results } = await binding
        .prepare(sql)
        .bind(...parameters)
        .all()
      // The caller knows the columns.
      return results as Row[]
    },
    async batch(statements) {
      const found = await binding.batch(
        statements.map(({ sql, parameters }) => binding.prepare(sql).bind(...parameters)),
      )
      return found.map(({ results }) => results)
    },
  }
}
