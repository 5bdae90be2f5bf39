import rows from './rows.json' with { type: 'json' }

/** What is assumed of a large network. */
const MEMBERS = 100_000_000
const RECEIVED_A_YEAR = 6
const YEARS_KEPT = 0.5
/** The busiest hour against the mean. */
const PEAK = 5
const LISTS_A_DAY = MEMBERS
const SECONDS_A_DAY = 86_400
const SECONDS_A_YEAR = 365 * SECONDS_A_DAY

const [MILLION, GB, KB] = [1e6, 1e9, 1e3]

/** The table of the README: what each of so many servers holds and does, by the bytes that were measured. */
export function paperOf(servers: readonly number[]): string {
  const kept = MEMBERS * RECEIVED_A_YEAR * YEARS_KEPT
  const sends = (PEAK * MEMBERS * RECEIVED_A_YEAR) / SECONDS_A_YEAR
  const lists = LISTS_A_DAY / SECONDS_A_DAY
  const lines: readonly (readonly [string, (count: number) => string])[] = [
    [
      'invitations, and as many claims, of half a year',
      (n) => `${round(kept / n / MILLION)} million`,
    ],
    [
      'bytes of both, with their indexes',
      (n) => `${round((kept * (rows.claims + rows.invitations)) / n / GB)} GB`,
    ],
    [
      'outbox after a day without mail',
      (n) => `${round((2 * kept * rows.deliveries) / YEARS_KEPT / 365 / n / GB)} GB`,
    ],
    ['sends a second in the busiest hour', (n) => round(sends / n)],
    ['write-ahead log of these, a second', (n) => `${round((sends * rows.wal) / n / KB)} kB`],
    ['pages of received lists a second, each asked of every server', () => round(lists)],
  ]
  return [
    `| On each of | ${servers.join(' | ')} |`,
    `| --- |${servers.map(() => ' --- |').join('')}`,
    ...lines.map(([what, on]) => `| ${what} | ${servers.map(on).join(' | ')} |`),
  ].join('\n')
}

/** Two digits: the assumptions have no more. */
const round = (value: number) => Number(value.toPrecision(2)).toLocaleString('en')
