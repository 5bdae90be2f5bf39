/** An instant as the English messages write it, to the second, in UTC. */
export function inWords(date: Date): string {
  const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const
  return `${date.toLocaleString('en', options)} UTC`
}
