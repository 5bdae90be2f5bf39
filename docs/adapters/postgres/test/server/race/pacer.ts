// One process of the race for the pace: makes its calls over two pools, many at once, and writes down each answer. After a
// restart it makes those again that are not written down.
import {
  InvitationPolicy,
  type InvitationRepository,
  InvitationService,
  type InvitationDenied,
  type SendingError,
} from 'group-invitations'
import type { Pool } from 'pg'
import type { Paced } from '../../../../../../test/support/race/check-paces.js'
import { Journal } from '../../../../../../test/support/race/journal.js'
import {
  type PacedCall,
  pacedCallsOf,
  type PacePlan,
} from '../../../../../../test/support/race/pace-plan.js'
import { invitationsIn } from '../../../invitations.js'
import { repositoriesIn } from '../../../repositories.js'
import { cutConnections } from './cut-connections.js'
import { openPool } from './open-pool.js'
import { chargingFirst, lookingFirst } from './unguarded-paces.js'

const ADAPTERS: Readonly<Record<string, (pool: Pool) => InvitationRepository>> = {
  guarded: invitationsIn,
  lookingFirst,
  chargingFirst,
}
const TRIES = 200

const [url = '', file = '', which = '', given = '', adapter = ''] = process.argv.slice(2)
const plan = JSON.parse(given) as PacePlan
const isRough = plan.spacing !== undefined
const pools = [0, 1].map(() => openPool(url, plan.connections, 'sends'))
const poolToCut = openPool(url, 2, 'sends')
const services = pools.map(serviceOver)
const cut = serviceOver(cutConnections(poolToCut))

const journal = new Journal<Paced>(file)
const done = new Set(journal.entries().map(({ callId }) => callId))
const waiting = pacedCallsOf(plan, Number(which)).filter(({ callId }) => !done.has(callId))
const half = pacedCallsOf(plan, Number(which)).length / 2
if (isRough) await Promise.all(Array.from({ length: 4 * plan.connections }, sendInTime))
else for (let inviter = 0; inviter < plan.inviters; inviter += 1) await sendAtOnce(inviter)
await Promise.all([...pools, poolToCut].map((each) => each.end()))

async function sendInTime(): Promise<void> {
  for (let call = waiting.shift(); call; call = waiting.shift()) {
    await pause(plan.startAt + call.index * (plan.spacing ?? 0) - Date.now())
    journal.append(await send(call))
  }
}

/** All calls for one inviter, in all processes: they wait for each other in the database. */
async function sendAtOnce(inviter: number): Promise<void> {
  const [pool] = pools
  await pool?.query('INSERT INTO ready VALUES ($1)', [inviter])
  for (;;) {
    const ready = await pool?.query('SELECT FROM ready WHERE inviter = $1', [inviter])
    if (ready?.rows.length === plan.processes) break
    await pause(5)
  }
  const calls = waiting.filter((call) => call.inviter === inviter)
  for (const paced of await Promise.all(calls.map((call) => send(call)))) journal.append(paced)
}

async function send(call: PacedCall, outages = 0): Promise<Paced> {
  const { callId, invitationId, request, index, isCut } = call
  const service = isCut && outages === 0 ? cut : services[Math.floor(index / plan.processes) % 2]
  const sent = await (service ?? cut).send(request, { invitationId })
  const answered = { callId, invitationId, inviterId: request.inviterId, outages }
  if (sent.isOk()) {
    // It is on its way for a while, so that some are lost: stored, and not known to be.
    if (isRough) await pause(20)
    return { ...answered, said: [sent.value.replayed ? 'replayed' : 'sent'] }
  }
  const { error } = sent
  if (error.type !== 'DependencyFailed') return { ...answered, ...saidBy(error) }
  if (outages === TRIES) throw new Error(`${callId} has no answer`, { cause: error })
  // The connection was lost. The same call finds out what has become of it.
  return send(call, outages + 1)
}

function saidBy(error: SendingError): Pick<Paced, 'said' | 'retryAt'> {
  if (error.type !== 'InvitationDenied') return { said: [error.type] }
  const { denials }: InvitationDenied = error
  const tooMany = denials.find((denial) => denial.type === 'TooManyInvitations')
  return {
    said: denials.map(({ type }) => type),
    ...(tooMany && { retryAt: tooMany.retryAt.getTime() }),
  }
}

function serviceOver(pool: Pool): InvitationService {
  const invitations = (ADAPTERS[adapter] ?? invitationsIn)(pool)
  const repositories = { ...repositoriesIn(pool), invitations }
  const { burst, everyMs } = plan.pace
  const policy = new InvitationPolicy(repositories, {
    clock,
    // The guests get the same words, which is not what is tested.
    enforcement: { MassMessage: 'off' },
    pace: { burst, every: { minutes: everyMs / 60_000 } },
  })
  return new InvitationService(policy, repositories)
}

/** Some processes are ahead, until they have done half of their work: then their clock jumps back. */
function clock(): Date {
  if (!isRough || Number(which) % 2 === 1) return new Date()
  return new Date(Date.now() + (waiting.length > half ? 1500 : -1500))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))
}
