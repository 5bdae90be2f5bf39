import type { Pool } from 'pg'

/** Ends a connection of this name at random, again and again. */
export function loseConnections(pool: Pool, name: string) {
  let lost = 0
  const timer = setInterval(() => {
    pool
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = $1 AND datname = current_database()
          ORDER BY state = 'idle', random() LIMIT 1`,
        [name],
      )
      .then(({ rows }) => (lost += rows.length), console.error)
  }, 100)
  return {
    stop: () => {
      clearInterval(timer)
    },
    count: () => lost,
  }
}
