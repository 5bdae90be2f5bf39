import type { Repositories } from 'group-invitations'
import { membershipsBeside } from '../../examples/memberships-elsewhere.js'
import type { Database } from '../postgres/database.js'
import { repositoriesIn as repositoriesOnOne } from '../postgres/repositories.js'
import { shardedAnswers } from './answers.js'
import { shardedInvitations } from './invitations.js'
import type { Shards } from './shards.js'

/**
 * The invitations are divided by the inviter; people, groups and memberships are in a database of their own. Who has
 * accepted, and is not joined yet, is `pending`: for that each server is asked.
 */
export function repositoriesIn(network: Database, shards: Shards): Repositories {
  const home = repositoriesOnOne(network)
  return {
    ...home,
    memberships: membershipsBeside(everywhere(shards), home.memberships),
    invitations: shardedInvitations(shards),
    answers: shardedAnswers(shards),
  }
}

/** Asks all servers at once, and returns the rows of all. */
const everywhere = ({ all }: Shards): Database => ({
  async query<Row>(sql: string, parameters?: unknown[]) {
    const found = await Promise.all(all.map((shard) => shard.query<Row>(sql, parameters)))
    return { rows: found.flatMap(({ rows }) => rows) }
  },
})
