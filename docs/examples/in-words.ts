/** An instant as the English messages write it, in UTC, rounded down to the minute. */
export function inWords(date: Date): string {
  const written = (parts: Intl.DateTimeFormatOptions) =>
    date.toLocaleString('en', { ...parts, timeZone: 'UTC' })
  const time = written({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })
  return `${written({ dateStyle: 'long' })} at ${time}`
}

/** The same of an instant from which something holds, rounded up to the minute. */
export function inWordsFrom(date: Date): string {
  return inWords(new Date(Math.ceil(date.getTime() / 60_000) * 60_000))
}
