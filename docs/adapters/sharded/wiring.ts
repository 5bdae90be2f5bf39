import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { joinAll } from '../../examples/joining-worker.js'
import { preparing } from '../postgres/prepared.js'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import { membershipServiceIn } from './joining.js'
import { shardedRepositories } from './repositories.js'
import { shardsOver } from './shards.js'

type Log = (problem: unknown) => void

/**
 * The service over a database of the network and several servers of invitations. Run one relay for each of `pools`, as
 * `runRelay` of the PostgreSQL adapter, and one `runJoining`.
 */
export function openService(
  network: string,
  servers: readonly string[],
  log: Log,
  options: Omit<PolicyOptions, 'loadFacts' | 'rules'> = {},
) {
  const home = openPool(network, log)
  const pools = servers.map((server) => openPool(server, log))
  const shards = shardsOver(pools.map(preparing))
  const repositories = shardedRepositories(preparing(home), shards)
  const policy = new InvitationPolicy(repositories, options)
  // An evaluation asks the network for most of its facts, so its connections are the first to be used up.
  const services = boundedServices(policy, repositories, home.options.max)
  return { home, pools, shards, policy, repositories, ...services }
}

/** Joins those who have accepted, until `stop` is aborted. */
export async function runJoining(
  { home, shards }: Pick<ReturnType<typeof openService>, 'home' | 'shards'>,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const memberships = membershipServiceIn(home)
  while (!stop.aborted) {
    for (const shard of shards.all) {
      try {
        for (const problem of await joinAll(shard, memberships)) log(problem)
      } catch (problem) {
        log(problem)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
