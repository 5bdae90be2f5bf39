/** A pool of node-postgres, or PGlite: each query is a transaction of its own. */
export interface Database {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}
