// One process of the race of answers: makes its calls, many at once and each in its time, and writes down each result.
// After a restart it makes those again that are not written down.
import { AnswerService, InvitationPolicy } from 'group-invitations'
import type { Pool } from 'pg'
import {
  type AnswerCall,
  type AnswerPlan,
  callsOf,
  type DeedCall,
  invitationOf,
} from '../../../../../../test/support/race/answer-plan.js'
import type { Answered, AnswerResult } from '../../../../../../test/support/race/check-answers.js'
import { Journal } from '../../../../../../test/support/race/journal.js'
import { repositoriesIn } from '../../../repositories.js'
import { cutConnections } from './cut-connections.js'
import { doDeed } from './do-deed.js'
import { openPool } from './open-pool.js'
import { unguardedAnswersIn } from './unguarded-answers.js'

const TRIES = 200

const [url = '', file = '', which = '', given = '', adapter = ''] = process.argv.slice(2)
const plan = JSON.parse(given) as AnswerPlan
const pool = openPool(url, plan.connections, 'answers')
const poolToCut = openPool(url, 2, 'answers')
const poolOfOthers = openPool(url, plan.connections, 'other code')
const service = serviceOver(pool)
const cut = serviceOver(cutConnections(poolToCut))

const journal = new Journal<Answered | Pick<DeedCall, 'callId'>>(file)
const done = new Set(journal.entries().map(({ callId }) => callId))
const waiting = callsOf(plan, Number(which)).filter(({ callId }) => !done.has(callId))
await Promise.all(Array.from({ length: 2 * plan.connections }, makeCalls))
await Promise.all([pool, poolToCut, poolOfOthers].map((each) => each.end()))

async function makeCalls(): Promise<void> {
  for (let call = waiting.shift(); call; call = waiting.shift()) {
    await pause(plan.startAt + call.invitation * plan.pace - Date.now())
    if (call.type === 'answer') journal.append(await answer(call))
    else journal.append(await act(call))
  }
}

async function answer(call: AnswerCall, outages = 0): Promise<Answered> {
  const began = Date.now()
  const result = await resultOf(call, call.isCut && outages === 0 ? cut : service)
  const ended = Date.now()
  if (result) {
    // It is on its way for a while, so that some are lost: stored, and not known to be.
    await pause(20)
    return { callId: call.callId, began, ended, result, outages }
  }
  // The connection was lost. The same call finds out what has become of it.
  if (outages === TRIES) throw new Error(`${call.callId} has no answer`)
  return answer(call, outages + 1)
}

async function resultOf(
  { invitation, action, actor }: AnswerCall,
  answers: AnswerService,
): Promise<AnswerResult | undefined> {
  const invitationId = invitationOf(invitation)
  const answered =
    'network' in actor
      ? await answers.withdraw({ invitationId, ...actor })
      : await answers[action]({ invitationId, ...actor })
  if (answered.isOk()) {
    const { status, standing, replayed } = answered.value
    return { status, standing, replayed }
  }
  const { error } = answered
  return error.type === 'DependencyFailed' ? undefined : { error: error.type }
}

async function act(call: DeedCall, tries = 1): Promise<Pick<DeedCall, 'callId'>> {
  try {
    await doDeed(poolOfOthers, call)
    return { callId: call.callId }
  } catch (error) {
    // A deadlock, as it says itself.
    if (tries === TRIES) throw error
    return act(call, tries + 1)
  }
}

function serviceOver(answering: Pool): AnswerService {
  const repositories = repositoriesIn(answering)
  const answers = adapter === 'unguarded' ? unguardedAnswersIn(answering) : repositories.answers
  return new AnswerService(new InvitationPolicy(repositories), { ...repositories, answers })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))
}
