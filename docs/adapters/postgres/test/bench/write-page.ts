import { writeFileSync } from 'node:fs'
import { editPage, withTable, withTimes } from '../../../../../test/bench/write-page.js'
import type { Tables } from './tables.js'

/** Puts the figures into the page on performance, and beside this file as JSON. */
export function writePage(server: string, tables: Tables): void {
  const json = JSON.stringify({ server, ...tables }, null, 2)
  writeFileSync('docs/adapters/postgres/test/bench/figures.json', `${json}\n`)
  editPage((page) => {
    const felt = withTimes(
      page,
      new Map(tables.sends.map(({ what = '', together = '' }) => [what, together])),
    )
    const withSends = withTable(felt, '### One send', tables.sends)
    const withBurst = withTable(withSends, '### Many at once', tables.burst)
    return withTable(withBurst, '### Many past invitations', tables.growth).replace(
      /^PostgreSQL [\d.]+/m,
      `PostgreSQL ${server}`,
    )
  })
}
