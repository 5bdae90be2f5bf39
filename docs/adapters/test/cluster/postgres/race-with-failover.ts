import { attemptsOf, networkFor } from '../../../../../test/support/race/plan.js'
import { seed } from '../../../postgres/test/fixtures.js'
import type { Scale } from '../part.js'
import type { RacePlan } from '../race/plan.js'
import { race, type Raced } from '../race/race.js'
import { clientsOf } from './clients.js'
import { failOver, type Following, type PostgresCluster, untilCaughtUp } from './cluster.js'
import type { PostgresNode } from './node.js'

export interface FailedOver extends Raced, Following {
  readonly plan: RacePlan
  /** From the kill until the standby was promoted, in milliseconds. */
  readonly promotedAfter: number
}

/**
 * Runs the race, and in the middle of it kills the primary and promotes a standby. `isCutOff`: a moment before, the
 * primary's messages to its standbys are held up.
 */
export async function raceWithFailover(
  cluster: PostgresCluster,
  scale: Scale,
  { isCutOff }: { readonly isCutOff: boolean },
): Promise<FailedOver> {
  const { primary, standbys } = cluster
  const plan: RacePlan = { ...scale, processes: 4, connections: 6 }
  // One pair more, for what comes afterwards.
  await seed(primary, networkFor({ ...plan, pairs: plan.pairs + 1 }))
  let following: Following | undefined
  let promotedAfter = 0
  const holdUp = {
    at: 0.3,
    act: () => {
      for (const pid of primary.processes('walsender')) process.kill(pid, 'SIGSTOP')
      return Promise.resolve()
    },
  }
  const kill = {
    at: 0.5,
    act: async () => {
      const killedAt = Date.now()
      primary.kill()
      following = await failOver(cluster)
      promotedAfter = Date.now() - killedAt
    },
  }
  const raced = await race({
    plan,
    module: 'docs/adapters/test/cluster/postgres/open.ts',
    addresses: [[primary, ...standbys].map(({ url }) => url).join()],
    moments: isCutOff ? [holdUp, kill] : [kill],
    clientKills: 3,
  })
  if (!following) throw new Error('No standby was promoted')
  await untilCaughtUp(following)
  return { ...raced, ...following, plan, promotedAfter }
}

/** The old primary comes back, does not know that it is none, and is asked to send. Returns what the caller is told. */
export async function sendOverOldPrimary(old: PostgresNode, plan: RacePlan): Promise<string> {
  const all = plan.pairs + 1
  const attempt = attemptsOf({ ...plan, sends: all, pairs: all, processes: 1 }, 0).at(-1)
  if (!attempt) throw new Error('There is no pair left')
  await old.start()
  const { send, close } = clientsOf(old, 2)
  const told = await send({ ...attempt, invitationId: 'over-the-old-primary' })
  await close()
  return told
}
