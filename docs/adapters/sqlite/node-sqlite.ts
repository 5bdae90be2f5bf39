import type { Database, Statement, Value } from './database.js'

/** The part of `DatabaseSync` of node:sqlite that the adapter needs. */
export interface Connection {
  exec(sql: string): void
  prepare(sql: string): Prepared
}

interface Prepared {
  all(...parameters: Value[]): unknown[]
}

/**
 * A connection of node:sqlite, in Node 22 or newer: `nodeSqlite(new DatabaseSync(file))`. All calls are synchronous, so
 * nothing in this process comes into a batch. IMMEDIATE keeps other processes out from its beginning.
 */
export function nodeSqlite(connection: Connection): Database {
  // Waits while another process writes, for 5 seconds at most. WAL is kept in the file: with it, somebody who reads
  // does not wait for somebody who writes.
  connection.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL')
  const prepared = new Map<string, Prepared>()
  const all = (sql: string, parameters: readonly Value[]) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, statement)
    return statement.all(...parameters)
  }
  return {
    // The caller knows the columns.
    find: <Row>(sql: string, ...parameters: Value[]) =>
      promised(() => all(sql, parameters) as Row[]),
    batch: (statements) => promised(() => atomically(connection, statements, all)),
  }
}

function atomically(
  connection: Connection,
  statements: readonly Statement[],
  all: (sql: string, parameters: readonly Value[]) => unknown[],
) {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const rows = statements.map(({ sql, parameters }) => all(sql, parameters))
    connection.exec('COMMIT')
    return rows
  } catch (error) {
    try {
      connection.exec('ROLLBACK')
    } catch {
      // Some errors, such as a full disk, have ended the transaction already.
    }
    throw error
  }
}

/** Works at once, and rejects if it throws. */
const promised = <Result>(work: () => Result) =>
  new Promise<Result>((resolve) => {
    resolve(work())
  })
