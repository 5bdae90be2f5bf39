import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { joinAll } from '../../../../examples/joining-worker.js'
import { networkFor } from '../../../../../test/support/race/plan.js'
import { startOwnServer } from '../../../postgres/test/server/server.js'
import { freshDatabase } from '../../../postgres/test/server/fresh-database.js'
import { membershipServiceIn } from '../../../sharded/joining.js'
import { SHARDED_SCHEMA, shardedFixtures } from '../../../sharded/test/fixtures.js'
import { seed } from '../../../postgres/test/fixtures.js'
import { contractsOf } from '../../../../../test/support/contracts-of.js'
import { atEnd } from '../ending.js'
import type { Line, Part, Scale } from '../part.js'
import { flawsIn, linesOf } from '../race/check.js'
import { race } from '../race/race.js'
import { type Stored, storedBy } from '../race/stored.js'
import { poolsOn } from '../sharding/open.js'

const LACKS = ['standings', 'pending', 'banned'] as const

export const part: Part = {
  name: 'PostgreSQL, two servers of invitations',
  packages: ['postgresql'],
  async run(scale) {
    const [one, other] = await Promise.all([startOwnServer(), startOwnServer()])
    for (const server of [one, other]) {
      atEnd(() => {
        server.stop()
      })
    }
    const [network, first, second] = await Promise.all(
      [one.url, one.url, other.url].map((url) => freshDatabase(url, SHARDED_SCHEMA)),
    )
    if (!network || !first || !second) throw new Error('A database is missing')
    const address = JSON.stringify({ network: network.url, servers: [first.url, second.url] })
    const pools = [poolsOn(address, 8), poolsOn(address, 8)] as const
    try {
      return [
        // The short form leaves it to `npm run test:stores`.
        ...(scale.isShort ? [] : await proved(...pools)),
        ...(await raced(scale, address, pools[0], () => {
          other.restart()
        })),
        await foreignLine(one.url, other.url),
      ]
    } finally {
      await Promise.all(pools.map(({ close }) => close()))
    }
  },
}

type Pools = ReturnType<typeof poolsOn>

/** All cases, over two instances of pools of their own. */
async function proved(instance: Pools, another: Pools): Promise<Line[]> {
  let passed = 0
  const failed: string[] = []
  for (const [port, cases] of contractsOf(shardedFixtures(instance, another), {}, LACKS)) {
    for (const { id, needs, run } of cases) {
      if (port === 'answers' && LACKS.some((need) => need === needs)) continue
      await run().then(
        () => (passed += 1),
        () => failed.push(id),
      )
    }
  }
  return [{ what: `cases of the kit passed`, figure: passed, holds: failed.length === 0 }]
}

async function raced(
  { sends, answers, pairs }: Scale,
  address: string,
  { network, shards }: Pools,
  restart: () => void,
): Promise<Line[]> {
  const plan = { sends, answers, pairs, processes: 3, connections: 6 }
  await shardedFixtures({ network, shards }, { network, shards })('answers')()
  await seed(network, networkFor(plan))
  const module = fileURLToPath(new URL('../sharding/open.ts', import.meta.url))
  const moments = [{ at: 0.4, act: () => Promise.resolve().then(restart) }]
  const { entries, seconds } = await race({
    plan,
    module,
    addresses: [address],
    moments,
    clientKills: 3,
  })
  const problems = await Promise.all(
    shards.all.map((shard) => joinAll(shard, membershipServiceIn(network))),
  )
  const stored = await Promise.all(
    [network, ...shards.all].map((database) =>
      storedBy(async <Row>(sql: string) => (await database.query<Row>(sql)).rows),
    ),
  )
  const each = stored.slice(1).map(({ invitations }) => invitations.length)
  const outages = entries.filter((entry) => entry.outages > 0).length
  return [
    {
      what: `${sends} sends and ${answers} answers in ${seconds.toFixed(0)} s; asked again after an outage`,
      figure: outages,
      holds: outages > 0,
    },
    ...linesOf('both servers', plan, merged(stored), flawsIn(plan, entries, merged(stored))),
    { what: 'invitations on each', figure: each.join(' + '), holds: Math.min(...each) > pairs / 4 },
    {
      what: 'problems of joining',
      figure: problems.flat().length,
      holds: problems.flat().length === 0,
    },
  ]
}

/** Those who are members by an invitation, and all rows of all databases. */
function merged(stored: readonly Stored[]): Stored {
  return {
    claims: stored.flatMap(({ claims }) => claims),
    invitations: stored.flatMap(({ invitations }) => invitations),
    deliveries: stored.flatMap(({ deliveries }) => deliveries),
    memberships: stored.flatMap(({ memberships }) => memberships),
  }
}

const FOREIGN = 'foreign tables as hash partitions of a table with a unique key'

/** Why the adapter routes by itself: what PostgreSQL says to the guarded upsert over partitions that are foreign tables. */
async function foreignLine(here: string, there: string): Promise<Line> {
  const client = new pg.Client({ connectionString: here })
  await client.connect()
  try {
    const { port } = new URL(there)
    await client.query(`
      CREATE EXTENSION postgres_fdw;
      CREATE SERVER there FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${port}');
      CREATE TABLE claims (inviter_id text, recipient_id text, PRIMARY KEY (inviter_id, recipient_id))
        PARTITION BY HASH (inviter_id)`)
    await client.query(`
      CREATE FOREIGN TABLE claims_0 PARTITION OF claims
        FOR VALUES WITH (MODULUS 1, REMAINDER 0) SERVER there`)
    return { what: FOREIGN, figure: 'allowed', holds: false }
  } catch (error) {
    const isDenied =
      error instanceof pg.DatabaseError && String(error.detail).includes('indexes that are unique')
    return { what: FOREIGN, figure: isDenied ? 'denied' : String(error), holds: isDenied }
  } finally {
    await client.end()
  }
}
