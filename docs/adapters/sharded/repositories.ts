import type { Repositories } from 'group-invitations'
import type { Database } from '../postgres/database.js'
import { repositoriesIn } from '../postgres/repositories.js'
import { shardedAnswers } from './answers.js'
import { shardedInvitations } from './invitations.js'
import type { Shards } from './shards.js'

/** The invitations are divided by the inviter; people, groups and memberships are in a database of their own. */
export const shardedRepositories = (network: Database, shards: Shards): Repositories => ({
  ...repositoriesIn(network),
  invitations: shardedInvitations(shards),
  answers: shardedAnswers(shards),
})
