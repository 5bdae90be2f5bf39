import { networkFor } from '../../../../../test/support/race/plan.js'
import { type Database, databaseOver } from '../../../mysql/database.js'
import { seed } from '../../../mysql/test/fixtures.js'
import { freshDatabase } from '../../../mysql/test/fresh-database.js'
import { openPool } from '../../../mysql/wiring.js'
import { type Node, startGalera } from '../galera/cluster.js'
import { linesOfKit } from '../galera/kit.js'
import { linesOfMinority } from '../galera/minority.js'
import type { Line, Part, Scale } from '../part.js'
import { flawsIn, linesOf } from '../race/check.js'
import { race } from '../race/race.js'
import { storedBy } from '../race/stored.js'

const MODULE = 'docs/adapters/test/cluster/galera/open.ts'

export const part: Part = {
  name: 'MariaDB Galera, three nodes',
  packages: ['mariadb-server', 'galera-4', 'rsync', 'lsof'],
  async run(scale) {
    const began = Date.now()
    const nodes = await startGalera(3)
    const started = lineOf('seconds to start', (Date.now() - began) / 1000)
    return [
      started,
      ...(await linesOfKit(await addressesOn(nodes))),
      ...(await linesOfRace(nodes, scale)),
      ...(await linesOfMinority((await addressesOn(nodes))[0] ?? '', nodes.slice(1))),
    ]
  },
}

/** Over all nodes, of which one is killed in the midst of it and joins again. */
async function linesOfRace(nodes: readonly Node[], scale: Scale): Promise<readonly Line[]> {
  const addresses = await addressesOn(nodes)
  const plan = { ...scale, processes: 4, connections: 4 }
  await onDatabase(addresses[0], (database) => seed(database, networkFor(plan)))
  const killed = nodes.at(-1)
  const { entries, seconds } = await race({
    plan,
    module: MODULE,
    addresses,
    moments: [
      { at: 0.3, act: async () => killed?.kill() },
      { at: 0.5, act: async () => killed?.rejoin() },
    ],
  })
  const { sends, answers, pairs } = plan
  const unknown = entries.filter((entry) => entry.unknown > 0)
  const lines = [
    lineOf(`${sends} sends, ${answers} answers, ${pairs} pairs, one node killed: seconds`, seconds),
    lineOf('calls with an unknown effect, which the same identifier found out', unknown.length),
  ]
  for (const [at, address] of addresses.entries()) {
    const stored = await onDatabase(address, ({ find }) => storedBy(find))
    lines.push(...linesOf(`node ${at + 1}`, plan, stored, flawsIn(plan, entries, stored)))
  }
  return lines
}

/** A figure that may be any. */
const lineOf = (what: string, figure: number): Line => ({
  what,
  figure: Math.round(figure),
  holds: true,
})

/** The addresses of a database of one's own on each node. */
async function addressesOn(nodes: readonly Node[]): Promise<string[]> {
  const urls = nodes.map(({ url }) => new URL(url))
  const { pathname } = new URL((await freshDatabase(urls[0]?.href ?? '')).url)
  return urls.map((url) => new URL(pathname, url).href)
}

async function onDatabase<Result>(
  address = '',
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(address, console.error)
  try {
    return await work(databaseOver(pool))
  } finally {
    await pool.end()
  }
}
