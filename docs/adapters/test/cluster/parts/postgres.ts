import { networkFor } from '../../../../../test/support/race/plan.js'
import { emptyTables, seed } from '../../../postgres/test/fixtures.js'
import type { Line, Part, Scale } from '../part.js'
import { type PostgresCluster, startCluster } from '../postgres/cluster.js'
import type { PostgresNode } from '../postgres/node.js'
import {
  type FailedOver,
  raceWithFailover,
  sendOverOldPrimary,
} from '../postgres/race-with-failover.js'
import { silentQuorum } from '../postgres/silent-quorum.js'
import { flawsIn, linesOf } from '../race/check.js'
import { race } from '../race/race.js'
import { type Stored, storedBy } from '../race/stored.js'

export const part: Part = {
  name: 'PostgreSQL, a primary and two standbys',
  packages: ['postgresql'],
  async run(scale) {
    const cluster = await startCluster('ANY 1 (s1, s2, s3)')
    const silent = await silentQuorum(cluster)
    await emptyTables(cluster.primary)
    const found = await flawsOfLookingFirst(cluster)
    await emptyTables(cluster.primary)
    return [
      { what: 'an adapter that looks first: flaws found', figure: found, holds: found > 0 },
      ...silent.map(under('silent quorum')),
      ...(await withQuorum(cluster, scale)).map(under('quorum')),
      ...(await withoutQuorum(await startCluster(''), scale)).map(under('asynchronous')),
    ]
  },
}

/** The same race over an adapter that is wrong, without a kill. */
async function flawsOfLookingFirst({ primary }: PostgresCluster): Promise<number> {
  const plan = { sends: 600, answers: 0, pairs: 20, processes: 4, connections: 6 }
  await seed(primary, networkFor(plan))
  const module = 'docs/adapters/test/cluster/postgres/looking-first.ts'
  const { entries } = await race({ plan, module, addresses: [primary.url] })
  return [...flawsIn(plan, entries, await storedOn(primary)).values()].flat().length
}

/** A commit is answered when one of the standbys has it. */
async function withQuorum(cluster: PostgresCluster, scale: Scale): Promise<Line[]> {
  const raced = await raceWithFailover(cluster, scale, { isCutOff: false })
  const { entries, plan, primary, standby } = raced
  const lines: Line[] = []
  for (const node of [primary, standby]) {
    const stored = await storedOn(node)
    const name = `${node.name}, ${node === primary ? 'promoted' : 'standby'}`
    lines.push(...linesOf(name, plan, stored, flawsIn(plan, entries, stored)))
  }
  const told = await sendOverOldPrimary(cluster.primary, plan)
  return [
    ...whatWasSeen(raced),
    ...lines,
    {
      what: 'a send over the old primary, back again',
      figure: told,
      holds: told === 'effect unknown',
    },
  ]
}

/** A commit is answered when the primary has it. */
async function withoutQuorum(cluster: PostgresCluster, scale: Scale): Promise<Line[]> {
  const raced = await raceWithFailover(cluster, scale, { isCutOff: true })
  const { entries, plan, primary } = raced
  const stored = await storedOn(primary)
  const rows = new Map(stored.invitations.map((row) => [row.invitation_id, row]))
  const sent = entries.flatMap((entry) =>
    entry.type === 'send' && (entry.said === 'sent' || entry.said === 'replayed') ? [entry] : [],
  )
  const lost = sent.filter(({ invitationId }) => !rows.has(invitationId)).length
  const toldTwice = sent.length - new Set(sent.map(({ pair }) => pair)).size
  const answersLost = entries.filter(
    (entry) => entry.type === 'answer' && entry.status && !rows.get(entry.invitationId)?.status,
  ).length
  const told = await sendOverOldPrimary(cluster.primary, plan)
  return [
    ...whatWasSeen(raced),
    { what: 'told as sent, and lost', figure: lost, holds: lost > 0 },
    { what: 'pairs of which two were told as sent', figure: toldTwice, holds: true },
    { what: 'told as answered, and lost', figure: answersLost, holds: answersLost > 0 },
    { what: 'a send over the old primary, back again', figure: told, holds: told === 'done' },
  ]
}

const storedOn = (node: PostgresNode): Promise<Stored> =>
  storedBy(async <Row>(sql: string) => (await node.query<Row>(sql)).rows)

function whatWasSeen({ entries, plan, seconds, promotedAfter }: FailedOver): Line[] {
  const failed = entries.filter(({ outages }) => outages > 0)
  const unknown = failed.filter((entry) => entry.unknown > 0)
  const longest = Math.max(...failed.map(({ waited }) => waited))
  return [
    {
      what: `results of ${plan.sends} sends and ${plan.answers} answers, in ${seconds.toFixed(0)} s`,
      figure: entries.length,
      holds: entries.length === plan.sends + plan.answers,
    },
    {
      what: 'promoted after the kill, in seconds',
      figure: (promotedAfter / 1000).toFixed(1),
      holds: true,
    },
    {
      what: 'calls that failed meanwhile; of these with the effect unknown',
      figure: `${failed.length} / ${unknown.length}`,
      holds: failed.length > 0,
    },
    {
      what: 'longest time until one of them had its result, in seconds',
      figure: (longest / 1000).toFixed(1),
      holds: longest < 60_000,
    },
  ]
}

const under =
  (heading: string) =>
  (line: Line): Line => ({ ...line, what: `${heading}: ${line.what}` })
