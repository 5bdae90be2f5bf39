// One process of the crash race: sends its attempts over all its connections at once, and writes down each answer.
import { type Answer, Journal } from '../../../../../../test/support/race/journal.js'
import { type Attempt, attemptsOf, type Plan } from '../../../../../../test/support/race/plan.js'
import { openPool } from './open-pool.js'
import { serviceOver } from './service-over.js'

const [url = '', file = '', which = '', plan = ''] = process.argv.slice(2)
const { connections, isRough = false, ...others } = JSON.parse(plan) as Plan
const pool = openPool(url, connections)
const service = serviceOver(pool, isRough ? roughClock : undefined)
const journal = new Journal<Answer>(file)
const answered = new Set(journal.entries().map(({ invitationId }) => invitationId))
const waiting = attemptsOf({ connections, ...others }, Number(which)).filter(
  ({ invitationId }) => !answered.has(invitationId),
)

await Promise.all(Array.from({ length: connections }, sendAll))
await pool.end()

async function sendAll(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift())
    journal.append(await answerTo(next))
}

async function answerTo(attempt: Attempt, tries = 1): Promise<Answer> {
  const { invitationId, request } = attempt
  const sent = await service.send(request, { invitationId })
  if (sent.isOk()) {
    // The answer is on its way for a while, so that some are lost: stored, and not known to be.
    await new Promise((resolve) => setTimeout(resolve, 100))
    return { invitationId, said: sent.value.replayed ? 'replayed' : 'sent' }
  }
  const { error } = sent
  // The server is away. The same identifier finds out what has become of it.
  if (isRough && error.type === 'DependencyFailed' && tries < 200) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return answerTo(attempt, tries + 1)
  }
  if (error.type === 'InvitationDenied' && error.denials.length === 1) {
    const [denial] = error.denials
    if (denial.type === 'RateLimited6Months') {
      return { invitationId, said: 'refused', by: denial.invitationId }
    }
  }
  throw new Error(`An answer that nobody expects: ${JSON.stringify(error)}`, { cause: error })
}

/** Every second process is three minutes ahead, until it has done half of its work: then its clock jumps back. */
function roughClock(): Date {
  const isAhead = Number(which) % 2 === 0 && waiting.length > others.sends / others.processes / 2
  return new Date(Date.now() + (isAhead ? 90_000 : -90_000))
}
