/** What the adapter needs of a `DatabaseSync` of node:sqlite. */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
}

/** A prepared statement. */
export interface Statement {
  all(...parameters: Value[]): unknown[]
  get(...parameters: Value[]): unknown
  run(...parameters: Value[]): unknown
}

export type Value = string | number | null

/** The rows of a statement, as its SQL makes them. */
export const rowsOf = <Row>(statement: Statement, ...parameters: Value[]): Row[] =>
  statement.all(...parameters) as Row[]
