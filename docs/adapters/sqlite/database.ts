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

/**
 * One transaction. IMMEDIATE keeps other processes out from its beginning. `write` must not wait for anything, so that
 * nothing in this process comes in between either.
 */
export function atomically<Outcome>(database: Database, write: () => Outcome): Outcome {
  database.exec('BEGIN IMMEDIATE')
  try {
    const outcome = write()
    database.exec('COMMIT')
    return outcome
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
