import {
  type Attempt,
  attemptsOf,
  networkFor,
  type Plan,
} from '../../../../../test/support/race/plan.js'
import { type Database, databaseOver } from '../../../mysql/database.js'
import { seed } from '../../../mysql/test/fixtures.js'
import { openService } from '../../../mysql/wiring.js'
import type { Line } from '../part.js'
import { storedBy } from '../race/stored.js'
import type { Node } from './cluster.js'

const PLAN: Plan = { sends: 200, pairs: 200, processes: 1, connections: 10 }

const [KILL_AFTER_MS, PAUSE_MS, PATIENCE_MS] = [100, 200, 60_000]

/** Kills all nodes but one in the midst of sends: it fails closed. A person makes it the cluster, and all are sent. */
export async function linesOfMinority(
  address: string,
  others: readonly Node[],
): Promise<readonly Line[]> {
  const { pool, service } = openService(address, () => undefined, {
    policy: { enforcement: { MassMessage: 'off' } },
  })
  try {
    const database = databaseOver(pool)
    await seed(database, networkFor(PLAN))
    const send = ({ request, invitationId }: Attempt) => service.send(request, { invitationId })
    const attempts = attemptsOf(PLAN, 0)
    const sendAll = () => Promise.all(attempts.map(send))
    const untilTold = async (attempt: Attempt) => {
      const end = Date.now() + PATIENCE_MS
      let sent = await send(attempt)
      while (sent.isErr() && Date.now() < end) {
        await pause(PAUSE_MS)
        sent = await send(attempt)
      }
      return sent
    }
    const killAll = async () => {
      await pause(KILL_AFTER_MS)
      await Promise.all(others.map((node) => node.kill()))
    }
    const [early] = await Promise.all([sendAll(), killAll()])
    const outages = early.flatMap((sent) => (sent.isErr() ? [sent.error] : []))
    const unknown = outages.filter((error) => 'effect' in error && error.effect === 'unknown')
    await untilAlone(database)
    const silent = await Promise.all(attempts.slice(0, 1).map(send))
    await database.write("SET GLOBAL wsrep_provider_options = 'pc.bootstrap=YES'")
    const late = await Promise.all(attempts.map(untilTold))
    const { claims, deliveries } = await storedBy(database.find)
    return [
      {
        what: `two of three nodes killed: of ${PLAN.sends} sends failed, and with an unknown effect`,
        figure: `${outages.length} / ${unknown.length}`,
        holds: outages.every(({ type }) => type === 'DependencyFailed'),
      },
      {
        what: 'the last node, without a quorum',
        figure: silent.map((sent) => (sent.isErr() ? sent.error.type : 'sent')).join(),
        holds: silent.every((sent) => sent.isErr() && sent.error.type === 'DependencyFailed'),
      },
      {
        what: 'the same identifiers, when it is the cluster: sent, claims, deliveries',
        figure: [late.filter((sent) => sent.isOk()), claims, deliveries]
          .map(({ length }) => length)
          .join(' / '),
        holds:
          late.every((sent) => sent.isOk()) &&
          claims.length === PLAN.sends &&
          deliveries.length === 2 * PLAN.sends,
      },
    ]
  } finally {
    await pool.end()
  }
}

/** Until the node knows that it has no quorum. Before, it waits for an answer of the others. */
async function untilAlone({ find }: Database): Promise<void> {
  const patience = Date.now() + PATIENCE_MS
  while (Date.now() < patience) {
    try {
      const [row] = await find<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'wsrep_cluster_status'")
      if (row?.Value !== 'Primary') return
    } catch {
      // It still waits.
    }
    await pause(PAUSE_MS)
  }
  throw new Error('The node does not know that it is alone')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
