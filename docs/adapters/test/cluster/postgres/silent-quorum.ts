import { attemptsOf, networkFor } from '../../../../../test/support/race/plan.js'
import { seed } from '../../../postgres/test/fixtures.js'
import type { Line } from '../part.js'
import { storedBy } from '../race/stored.js'
import { clientsOf } from './clients.js'
import { type PostgresCluster, until, untilCaughtUp } from './cluster.js'
import type { PostgresNode } from './node.js'

const PAIRS = 10
const PLAN = { sends: 2 * PAIRS + 1, pairs: 2 * PAIRS + 1, processes: 1, connections: 40 }

/** Both standbys fall silent: nothing is told that may be lost, and afterwards the same call finds out. */
export async function silentQuorum({ primary, standbys }: PostgresCluster): Promise<Line[]> {
  await seed(primary, networkFor(PLAN))
  const { send, accept, close } = clientsOf(primary, PLAN.connections)
  const attempts = attemptsOf(PLAN, 0)
  const late = attempts.slice(0, PAIRS)
  const early = attempts.slice(PAIRS, 2 * PAIRS)
  const others = late.map((attempt) => ({ ...attempt, invitationId: `other-${attempt.pair}` }))
  const lateAndAccepted = () => Promise.all([...late.map(send), ...early.map(accept)])
  for (const attempt of early) await send(attempt)

  for (const standby of standbys) standby.freeze()
  const began = Date.now()
  const first = await lateAndAccepted()
  const seconds = (Date.now() - began) / 1000
  const next = await Promise.all([lateAndAccepted(), Promise.all(others.map(send))])
  const meanwhile = [...first, ...next.flat()]
  for (const standby of standbys) standby.thaw()
  const found = await lateAndAccepted()
  const denied = await Promise.all(others.map(send))

  for (const standby of standbys) standby.freeze()
  const [cancelled] = await Promise.all([
    Promise.all(attempts.slice(2 * PAIRS).map(send)),
    cancelWait(primary),
  ])
  for (const standby of standbys) standby.thaw()
  await close()
  return [
    line('sends and answers meanwhile: DependencyFailed', meanwhile, 'effect unknown'),
    { what: 'the first of them after, in seconds', figure: seconds.toFixed(1), holds: seconds < 6 },
    line('the same calls afterwards', found, 'replayed'),
    line('other sends onto their pairs afterwards', denied, 'InvitationDenied'),
    ...(await Promise.all([primary, ...standbys].map((node) => countsOn(node, primary)))),
    line('but a wait that pg_cancel_backend ends is told as sent', cancelled, 'done'),
  ]
}

function line(what: string, told: readonly string[], expected: string): Line {
  const others = told.filter((each) => each !== expected)
  return {
    what,
    figure: [
      `${expected}: ${told.length - others.length} of ${told.length}`,
      ...new Set(others),
    ].join(', '),
    holds: others.length === 0,
  }
}

async function cancelWait(primary: PostgresNode): Promise<void> {
  await until('a commit waits for a standby', async () => {
    const { rows } = await primary.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
    )
    return rows.length > 0
  })
}

async function countsOn(node: PostgresNode, primary: PostgresNode): Promise<Line> {
  if (node !== primary) await untilCaughtUp({ primary, standby: node })
  const { claims, invitations, deliveries, memberships } = await storedBy(
    async <Row>(sql: string) => (await node.query<Row>(sql)).rows,
  )
  const accepted = memberships.filter(({ standing }) => standing === 'pending')
  const counts = [claims.length, invitations.length, deliveries.length, accepted.length]
  return {
    what: `${node.name}: claims, invitations, deliveries, accepted`,
    figure: counts.join(' / '),
    holds: counts.join() === [PLAN.pairs, PLAN.pairs, 2 * PLAN.pairs, PAIRS].join(),
  }
}
