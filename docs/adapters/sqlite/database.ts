/**
 * SQLite behind any driver. There is one small file for each: `node-sqlite.ts`, `libsql.ts` and `d1.ts`.
 *
 * The columns of a row are known to the caller alone, as in the types of the drivers.
 */
export interface Database {
  /** Finds the rows of one statement that writes nothing. Does not wait for a batch. */
  find<Row>(sql: string, ...parameters: readonly Value[]): Promise<readonly Row[]>
  /**
   * Runs the statements in their order as one transaction, which no other write can interrupt. Returns the rows of
   * each. If one fails, it rejects, and nothing is stored.
   */
  batch(statements: readonly Statement[]): Promise<readonly (readonly unknown[])[]>
}

/** `?1` is the first parameter, and may occur several times. D1 takes at most 100 parameters. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly Value[]
}

export type Value = string | number | null
