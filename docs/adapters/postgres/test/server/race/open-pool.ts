import pg from 'pg'

/** A pool whose connections may be lost at any time. */
export function openPool(url: string, connections: number, name?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(name !== undefined && { application_name: name }),
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
