/** The part of `DatabaseSync` of node:sqlite that the adapter needs. */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
}

export interface Statement {
  all(...parameters: Value[]): unknown[]
  get(...parameters: Value[]): unknown
  run(...parameters: Value[]): unknown
}

export type Value = string | number | null

export const rowsOf = <Row>(statement: Statement, ...parameters: Value[]): Row[] =>
  statement.all(...parameters) as Row[]
