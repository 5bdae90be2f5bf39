import type { Database, Value } from './database.js'

/** D1 takes 2 MB in one parameter, and an identifier has at most 1,020 bytes. */
const LONGEST_PART = 1000

/** A list as a parameter of `json_each`. A longer one has several parts. */
function partsOf(ids: readonly string[]): readonly string[] {
  const count = Math.max(1, Math.ceil(ids.length / LONGEST_PART))
  return Array.from({ length: count }, (_nothing, at) =>
    JSON.stringify(ids.slice(at * LONGEST_PART, (at + 1) * LONGEST_PART)),
  )
}

/** Finds by lists of any length: they are the first parameters, in their order, and the others follow. */
export async function findByLists<Row>(
  database: Database,
  sql: string,
  lists: readonly (readonly string[])[],
  ...others: readonly Value[]
): Promise<readonly Row[]> {
  const calls = lists.reduce<readonly (readonly string[])[]>(
    (begun, list) => begun.flatMap((parts) => partsOf(list).map((part) => [...parts, part])),
    [[]],
  )
  const found = await Promise.all(
    calls.map((parts) => database.find<Row>(sql, ...parts, ...others)),
  )
  return found.flat()
}
