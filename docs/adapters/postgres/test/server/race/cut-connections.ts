import type { Socket } from 'node:net'
import type { Client, Pool } from 'pg'

/**
 * Cuts each connection of a pool when the server has committed a write, and before its answer is read.
 *
 * The server sends nothing before the commit: it keeps the few bytes of the answer until the transaction has ended.
 */
export function cutConnections(pool: Pool): Pool {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    let isInTransaction = false
    const cutting = (...given: unknown[]) => {
      const sql = String(given[0])
      if (sql === 'BEGIN') isInTransaction = true
      const isLast = isInTransaction ? sql === 'COMMIT' : /\b(?:INSERT|UPDATE)\b/.test(sql)
      if (isLast) cutAtNextAnswer(client)
      return query(...given)
    }
    // The driver's method has many signatures, and the arguments are handed on as they are.
    client.query = cutting as typeof client.query
  })
  return pool
}

function cutAtNextAnswer(client: Client): void {
  // Not in the driver's types: the socket of a connection.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.removeAllListeners('data')
  stream.once('data', () => stream.destroy())
}
