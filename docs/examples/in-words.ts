/** An instant as people write it, to the second, in UTC. */
export function inWords(date: Date): string {
  const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const
  return `${date.toLocaleString('en-GB', options)} UTC`
}
