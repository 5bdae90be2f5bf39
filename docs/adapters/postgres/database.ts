/** A pool of node-postgres, as it is or by `preparing`, or PGlite: each query is a transaction of its own. */
export interface Database {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}
