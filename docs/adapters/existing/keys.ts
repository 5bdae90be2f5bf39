import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

const KEY = /^[1-9][0-9]{0,18}$/
const LARGEST = 2n ** 63n - 1n

/**
 * The key of a row that an identifier names. `undefined`: it is none of the store's, and belongs to nobody. Each key
 * has one identifier alone: with `Number(id)` or `BigInt(id)`, `7`, `007` and ` 7` would be three members and one row.
 */
export function keyOf(id: string): bigint | undefined {
  if (!KEY.test(id)) return undefined
  const key = BigInt(id)
  return key <= LARGEST ? key : undefined
}

/** The key that a write needs. */
export function existingKeyOf(id: string): bigint {
  const key = keyOf(id)
  if (key === undefined) throw new Error('An identifier is none of this store')
  return key
}

/** The column is one of these; one parameter for all of them, because `inArray` makes one for each, of 65,535 at most. */
export function isOneOf(column: PgColumn, ids: readonly string[]): SQL {
  const keys = ids.flatMap((id) => keyOf(id) ?? []).map(String)
  return sql`${column} = any(${sql.param(keys)}::bigint[])`
}

/** The identifier of a key, as a string: some drivers return numbers, which are rounded above 2^53. */
export const idIn = (column: PgColumn): SQL<string> => sql<string>`${column}::text`
