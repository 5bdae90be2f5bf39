/**
 * What a dead letter keeps of a problem. Of an outage only the type: its cause is for the log. A mail server may answer
 * at length, and PostgreSQL takes no NUL.
 */
export function wordsFor(problem: unknown): string {
  const hasType = typeof problem === 'object' && problem !== null && 'type' in problem
  const words = problem instanceof Error ? problem.message : hasType ? problem.type : problem
  return String(words).replaceAll('\0', '').slice(0, 500)
}
