import type { Pool, PoolClient } from 'pg'

/** Does all of it or nothing, on one connection of a pool that `openPool` has opened. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // Closed instead of rolled back: what a connection in trouble would still do is unknown.
    client.release(true)
    throw error
  }
}
