/** An instant that is so much later, in UTC. A day that a shorter month does not have is its last one. */
export function later(now: string, days: number, months: number): string {
  const instant = new Date(`${now}Z`)
  const day = instant.getUTCDate()
  instant.setUTCDate(1)
  instant.setUTCMonth(instant.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + 1, 0))
  instant.setUTCDate(Math.min(day, lastDay.getUTCDate()) + days)
  return instant.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)
}

/** A day as people write it, in UTC. */
export function dayInWords(instant: Date, language: string): string {
  return instant.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
}

/** Day and time as people write them, in UTC. */
export function momentInWords(instant: Date, language: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return instant.toLocaleString(language, style)
}
