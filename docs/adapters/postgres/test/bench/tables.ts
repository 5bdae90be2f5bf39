import type { Burst } from './burst.js'
import type { Growth } from './growth.js'
import type { Cost } from './sends.js'

/** What a run of the bench has measured. */
export interface Measured {
  readonly server: string
  readonly sends: readonly Cost[]
  readonly burst: readonly Burst[]
  readonly growth: readonly Growth[]
}

/** The same, in the words of the page: each row with the cells of a table. */
export interface Tables {
  readonly sends: readonly Readonly<Record<string, string>>[]
  readonly burst: readonly Readonly<Record<string, string>>[]
  readonly growth: readonly Readonly<Record<string, string | number>>[]
}

export function tablesOf({ sends, burst, growth }: Measured): Tables {
  return {
    sends: sends.map(({ what, client, server, total, ratio, noise, atMost }) => ({
      what,
      client: `${client.toFixed(0)} µs`,
      server: `${server.toFixed(0)} µs`,
      together: `${(total / 1000).toFixed(2)} ms`,
      ratio: ratio.toFixed(2),
      'A/A': noise?.toFixed(2) ?? '',
      goal: atMost === undefined ? '' : `≤ ${atMost.toFixed(2)}`,
    })),
    burst: burst.map(({ what, sends: all, failed, ms }) => ({
      what,
      sends: all.toLocaleString('en'),
      failed: failed.toLocaleString('en'),
      took: `${(ms / 1000).toFixed(1)} s`,
    })),
    growth: pagesOf(growth),
  }
}

/** One row for each statement and inviter, with the pages that it reads by the number of past invitations. */
function pagesOf(growth: readonly Growth[]): Readonly<Record<string, string | number>>[] {
  const rows = new Map<string, Record<string, string | number>>()
  for (const { statement, inviter, past, buffers } of growth) {
    const key = `${statement}, ${inviter}`
    const row = rows.get(key) ?? { statement, inviter }
    rows.set(key, { ...row, [past.toLocaleString('en')]: buffers })
  }
  return [...rows.values()]
}
