/** What a pool of node-postgres and PGlite have in common: each query is a transaction of its own. */
export interface Database {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}
