import { createHash } from 'node:crypto'
import type { Database } from './database.js'

const names = new Map<string, string>()

/**
 * Names a statement, so that each connection parses and plans it once. The name comes from the text: no two texts share
 * one. Not for lists of any length, because PostgreSQL may keep a plan for short ones. Name the columns of the result:
 * with `*` each connection fails once after a column was added.
 */
export function prepared(sql: string): string {
  const hash = createHash('sha256').update(sql).digest('hex')
  names.set(sql, `group_invitations_${hash.slice(0, 32)}`)
  return sql
}

/** The name of a statement; `undefined` if it has none. */
export const nameOf = (sql: string): string | undefined => names.get(sql)

/** A pool or a client of node-postgres. Both take names. As a method, `query` could be one that takes only strings. */
interface Preparing {
  readonly query: <Row>(
    statement: string | { name: string; text: string },
    parameters?: unknown[],
  ) => Promise<{ rows: Row[] }>
}

/** A database that sends each statement by its name, if it has one. */
export const preparing = (client: Preparing): Database => ({
  query(text, parameters) {
    const name = nameOf(text)
    return client.query(name === undefined ? text : { name, text }, parameters)
  },
})
