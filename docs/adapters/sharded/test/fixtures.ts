import { readFileSync } from 'node:fs'
import type { Delivery } from 'group-invitations'
import type { SeedNetwork } from 'group-invitations/testing'
import type { FixturesOf } from '../../../../test/support/contracts-of.js'
import type { Database } from '../../postgres/database.js'
import { emptyTables, SCHEMA, seed } from '../../postgres/test/fixtures.js'
import { repositoriesIn } from '../repositories.js'
import { bucketOf, type Shards } from '../shards.js'

/** The tables of all databases: of the network, and of each server of invitations. */
export const SHARDED_SCHEMA = `${SCHEMA}; ${readFileSync('docs/adapters/sharded/schema.sql', 'utf8')}`

/** Two instances that share nothing but the stores. */
export interface Instance {
  readonly network: Database
  readonly shards: Shards
}

/** Fixtures of all ports, for one case at a time. */
export const shardedFixtures =
  ({ network, shards }: Instance, another: Instance): FixturesOf =>
  (port) =>
  async () => {
    for (const database of [network, ...shards.all]) {
      await emptyTables(database)
      await database.query('TRUNCATE joinings, joined')
    }
    return {
      repository: repositoriesIn(network, shards)[port],
      seed: (seeded) => seedShards({ network, shards }, seeded),
      deliveries: async () => {
        const found = await Promise.all(
          shards.all.map((shard) =>
            shard.query<Delivery>(
              `SELECT delivery_id AS "deliveryId", invitation_id AS "invitationId", channel FROM deliveries`,
            ),
          ),
        )
        return found.flatMap(({ rows }) => rows)
      },
      another: () => repositoriesIn(another.network, another.shards)[port],
      close: () => undefined,
    }
  }

/** Writes each invitation where its inviter is, and all else into the database of the network. */
export async function seedShards(
  { network, shards }: Instance,
  { invitations, ...people }: SeedNetwork,
): Promise<void> {
  await seed(network, { ...people, invitations: [] })
  for (const shard of shards.all) {
    const own = invitations.filter(({ inviterId }) => shards.of(inviterId) === shard)
    await seed(shard, { members: [], groups: [], contacts: [], blocks: [], invitations: own })
  }
}

/** An inviter on each of so many servers, for tests that need them. */
export function invitersOn(servers: number): readonly string[] {
  const inviters: string[] = []
  for (let n = 0; inviters.filter(Boolean).length < servers; n += 1) {
    inviters[bucketOf(`m-${n}`) % servers] ??= `m-${n}`
  }
  return inviters
}
