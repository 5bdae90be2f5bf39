// One process of the race for the pace over SQLite: sends for each inviter, and writes down each answer. Commits fail at
// random.
import { InvitationPolicy, InvitationService } from 'group-invitations'
import { nodeSqlite } from '../../../docs/adapters/sqlite/node-sqlite.js'
import { repositoriesIn } from '../../../docs/adapters/sqlite/repositories.js'
import { sqlite } from '../../../docs/adapters/sqlite/test/builtin.js'
import type { Paced } from '../../support/race/check-paces.js'
import { Journal } from '../../support/race/journal.js'
import { type PacedCall, pacedCallsOf, type PacePlan } from '../../support/race/pace-plan.js'

const [database = '', file = '', which = '', given = ''] = process.argv.slice(2)
const plan = JSON.parse(given) as PacePlan
const DatabaseSync = await sqlite()
if (!DatabaseSync) throw new Error('There is no SQLite')
const repositories = repositoriesIn(nodeSqlite(new DatabaseSync(database)))
const { burst, everyMs } = plan.pace
const policy = new InvitationPolicy(repositories, {
  enforcement: { MassMessage: 'off' },
  pace: { burst, every: { minutes: everyMs / 60_000 } },
})
const service = new InvitationService(policy, repositories)
const journal = new Journal<Paced>(file)
const done = new Set(journal.entries().map(({ callId }) => callId))
const calls = pacedCallsOf(plan, Number(which)).filter(({ callId }) => !done.has(callId))

await new Promise((resolve) => setTimeout(resolve, plan.startAt - Date.now()))
// All have looked by the time at which the first one writes.
for (let inviter = 0; inviter < plan.inviters; inviter += 1) {
  await Promise.all(
    calls
      .filter((call) => call.inviter === inviter)
      .map(async (call) => {
        journal.append(await send(call))
      }),
  )
}

/** Tries again where the commit has failed, or has waited too long for the others, as a client does. */
async function send(call: PacedCall, outages = 0): Promise<Paced> {
  const { callId, invitationId, request } = call
  const answered = { callId, invitationId, inviterId: request.inviterId, outages }
  const sent = await service.send(request, { invitationId })
  if (sent.isOk()) return { ...answered, said: [sent.value.replayed ? 'replayed' : 'sent'] }
  const { error } = sent
  if (error.type === 'InvitationDenied') {
    const [denial] = error.denials
    const retryAt = denial.type === 'TooManyInvitations' ? +denial.retryAt : undefined
    const said = error.denials.map(({ type }) => type)
    return { ...answered, said, ...(retryAt !== undefined && { retryAt }) }
  }
  const isPlanned =
    error.type === 'DependencyFailed' && /disk is full|database is locked/.test(String(error.cause))
  if (isPlanned && outages < 100) return send(call, outages + 1)
  throw new Error('An answer that nobody expects', { cause: error })
}
