import type { Database } from '../database.js'

/** For each instant, as milliseconds since 1970, what PostgreSQL takes for six months later in UTC. */
export async function windowsByPostgres(
  database: Database,
  instants: readonly number[],
): Promise<number[]> {
  const { rows } = await database.query<{ ends: string }>(
    `SELECT (extract(epoch FROM timestamp 'epoch' + at * interval '1 millisecond'
                                                  + interval '6 months') * 1000)::bigint AS ends
       FROM unnest($1::bigint[]) WITH ORDINALITY AS sent (at, position)
      ORDER BY position`,
    [instants],
  )
  return rows.map(({ ends }) => Number(ends))
}
