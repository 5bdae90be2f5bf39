import type { CustomRule } from 'group-invitations'
import type pg from 'pg'
import { joinAll } from '../../examples/joining-worker.js'
import { preparing } from '../postgres/prepared.js'
import { openPool } from '../postgres/wiring.js'
import { boundedServices } from '../shared/bounded-services.js'
import { pauseAbout } from '../shared/pause.js'
import type { ServiceOptions } from '../shared/service-options.js'
import { membershipServiceIn } from './joining.js'
import { repositoriesIn } from './repositories.js'
import { shardsOver } from './shards.js'

/** The addresses of the databases. */
export interface Servers {
  /** That of people, groups, memberships and opt-outs. */
  readonly network: string
  /** Those of the invitations. Their order is what `shardsOver` counts by. */
  readonly invitations: readonly string[]
}

/**
 * The service over a database of the network and several servers of invitations. Run one relay for each of `pools`, as
 * `runRelay` of the PostgreSQL adapter, and one `runJoining`.
 */
export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  { network, invitations }: Servers,
  log: (problem: unknown) => void,
  options: ServiceOptions<Rules, pg.PoolConfig> = {},
) {
  const home = openPool(network, log, options.pool)
  const pools = invitations.map((server) => openPool(server, log, options.pool))
  const shards = shardsOver(pools.map(preparing))
  const repositories = repositoriesIn(preparing(home), shards)
  // An evaluation asks the network for most of its facts, so its connections are the first to be used up.
  const services = boundedServices(repositories, home.options.max, options.policy)
  return { home, pools, shards, ...services }
}

/** Joins those who have accepted, until `stop` is aborted. */
export async function runJoining(
  { home, shards }: Pick<ReturnType<typeof openService>, 'home' | 'shards'>,
  log: (problem: unknown) => void,
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
    await pauseAbout(500, stop)
  }
}
