import { randomUUID } from 'node:crypto'
import {
  type EnforcementOptions,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
} from 'group-invitations'
import type { Pool } from 'pg'
import type { Database } from '../../database.js'
import { factsIn } from '../../facts.js'
import { preparing } from '../../prepared.js'
import { repositoriesIn } from '../../repositories.js'
import { sendByHand } from './by-hand.js'
import { backendsOf, cpuOf, ownCpu } from './cpu.js'
import { nextRequest } from './world.js'

/** What one send took, in microseconds of CPU: medians over the rounds. */
export interface Cost {
  readonly what: string
  readonly client: number
  readonly server: number
  /** Both together. */
  readonly total: number
  /** The total against that of the first one, by hand. */
  readonly ratio: number
  /** Of one that was measured twice: its second total against its first one. It is off from 1 by chance alone. */
  readonly noise?: number | undefined
  readonly atMost?: number | undefined
}

interface Contender {
  readonly what: string
  readonly atMost?: number
  /** Whether it is measured against itself. */
  readonly isTwice?: boolean
  readonly send: (database: Database) => (request: InvitationRequest) => Promise<boolean>
  /** How the pool becomes a database; by default statements are sent by their names. */
  readonly over?: (pool: Pool) => Database
}

const CONTENT_OFF: Required<EnforcementOptions> = {
  UnfilledPlaceholder: 'off',
  SalutationMissing: 'off',
  ProfileReferenceMissing: 'off',
  WantsAndHavesNotAddressed: 'off',
  LinkInText: 'off',
  MassMessage: 'off',
  ProhibitedContent: 'off',
}

const withoutNames = (pool: Pool): Database => pool

const byHand: Contender['send'] = (database) => async (request) =>
  (await sendByHand(database, request)) !== undefined

/** With an identifier of the client's, an earlier send is looked up. */
interface Way {
  readonly enforcement?: EnforcementOptions
  readonly byOneQuery?: boolean
  readonly withId?: boolean
}

const sending =
  ({ enforcement, byOneQuery = true, withId = false }: Way): Contender['send'] =>
  (database) => {
    const repositories = repositoriesIn(database)
    const loadFacts = factsIn(database, enforcement)
    const policy = new InvitationPolicy(repositories, {
      enforcement,
      ...(byOneQuery && { loadFacts }),
    })
    const service = new InvitationService(policy, repositories)
    return async (request) =>
      (await service.send(request, withId ? { invitationId: randomUUID() } : {})).isOk()
  }

const contentOff = sending({ enforcement: CONTENT_OFF })
const contentOn = sending({})

const CONTENDERS: readonly Contender[] = [
  { what: 'by hand', send: byHand, isTwice: true },
  { what: 'by hand, without names', send: byHand, over: withoutNames },
  { what: 'send, content off', send: contentOff, isTwice: true, atMost: 1.3 },
  { what: 'send, content off, without names', send: contentOff, over: withoutNames },
  {
    what: 'send, content off, with an `invitationId`',
    send: sending({ enforcement: CONTENT_OFF, withId: true }),
  },
  { what: 'send, content on', send: contentOn, isTwice: true, atMost: 2 },
  { what: 'send, content on, without names', send: contentOn, over: withoutNames },
  {
    what: 'send, content on, facts by the repositories',
    send: sending({ byOneQuery: false }),
  },
]

interface Run {
  readonly contender: Contender
  readonly pool: Pool
  readonly pids: readonly number[]
  readonly send: (request: InvitationRequest) => Promise<boolean>
  readonly client: number[]
  readonly server: number[]
}

const WARM_UP_ROUNDS = 5
const SENDS_A_ROUND = 50
const AT_ONCE = 10

/** Lets all contenders send in turns, each over a pool of its own, so that the server's processes tell them apart. */
export async function costsOfSends(openPool: () => Pool, rounds: number): Promise<Cost[]> {
  const runs: Run[] = []
  for (const contender of CONTENDERS.flatMap((each) => (each.isTwice ? [each, each] : [each]))) {
    const { send, over = preparing } = contender
    const pool = openPool()
    const pids = await backendsOf(pool)
    runs.push({ contender, pool, pids, send: send(over(pool)), client: [], server: [] })
  }
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (const { pids, send, client, server } of rotated(runs, round)) {
      const serverBefore = cpuOf(pids)
      const clientBefore = ownCpu()
      await sendAll(send)
      const took = ownCpu() - clientBefore
      if (round < 0) continue
      client.push(took / SENDS_A_ROUND)
      server.push((cpuOf(pids) - serverBefore) / SENDS_A_ROUND)
    }
  }
  await Promise.all(runs.map(({ pool }) => pool.end()))
  const totalOf = (run: Run | undefined) =>
    median(run?.client.map((took, round) => took + (run.server[round] ?? NaN)) ?? [])
  return CONTENDERS.map((contender) => {
    const [first, second] = runs.filter((run) => run.contender === contender)
    return {
      what: contender.what,
      client: median(first?.client ?? []),
      server: median(first?.server ?? []),
      total: totalOf(first),
      ratio: totalOf(first) / totalOf(runs[0]),
      noise: second && totalOf(second) / totalOf(first),
      atMost: contender.atMost,
    }
  })
}

async function sendAll(send: (request: InvitationRequest) => Promise<boolean>): Promise<void> {
  let left = SENDS_A_ROUND
  const sendNext = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      if (!(await send(nextRequest()))) throw new Error('Not sent')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext))
}

/** Each round begins with another one. */
function rotated<Item>(items: readonly Item[], round: number): readonly Item[] {
  const first = (round + items.length * WARM_UP_ROUNDS) % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
