import type { Database } from './database.js'

/** For alarms and graphs. */
export interface OutboxState {
  /** All in the outbox, due or not. */
  readonly waiting: number
  /** Those that were taken twice or more: their transport fails, or their relay was killed. */
  readonly triedAgain: number
  /** For how many seconds the oldest one has been due; 0 if none is due. It grows if no relay runs, or too few. */
  readonly overdue: number
  readonly deadLetters: number
}

/** How the outbox is now, in one statement. */
export async function outboxState(database: Database): Promise<OutboxState> {
  const { rows } = await database.query<OutboxState>(`
    SELECT count(*)::int AS waiting,
           (count(*) FILTER (WHERE attempts > 1))::int AS "triedAgain",
           greatest(extract(epoch FROM now() - min(due_at)), 0)::float8 AS overdue,
           (SELECT count(*)::int FROM dead_letters) AS "deadLetters"
      FROM deliveries`)
  const [state] = rows
  if (!state) throw new Error('The look at the outbox returned no row')
  return state
}
