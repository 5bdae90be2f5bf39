// One process of the race over SQLite: sends its attempts, and writes down each answer. Commits fail at random.
import { InvitationPolicy, InvitationService } from 'group-invitations'
import { nodeSqlite } from '../../../docs/adapters/sqlite/node-sqlite.js'
import { repositoriesIn } from '../../../docs/adapters/sqlite/repositories.js'
import { sqlite } from '../../../docs/adapters/sqlite/test/builtin.js'
import { type Answer, Journal } from '../../support/race/journal.js'
import { type Attempt, attemptsOf, type Plan } from '../../support/race/plan.js'

const [database = '', file = '', which = '', plan = ''] = process.argv.slice(2)
const DatabaseSync = await sqlite()
if (!DatabaseSync) throw new Error('There is no SQLite')
const repositories = repositoriesIn(nodeSqlite(new DatabaseSync(database)))
const policy = new InvitationPolicy(repositories, { enforcement: { MassMessage: 'off' } })
const service = new InvitationService(policy, repositories)
const journal = new Journal<Answer>(file)
const answered = new Set(journal.entries().map(({ invitationId }) => invitationId))

for (const attempt of attemptsOf(JSON.parse(plan) as Plan, Number(which))) {
  if (!answered.has(attempt.invitationId)) journal.append(await answerTo(attempt))
}

/** Tries again where the commit has failed, or has waited too long for the others, as a client does. */
async function answerTo(attempt: Attempt, tries = 1): Promise<Answer> {
  const { invitationId, request } = attempt
  const sent = await service.send(request, { invitationId })
  if (sent.isOk()) return { invitationId, said: sent.value.replayed ? 'replayed' : 'sent' }
  const { error } = sent
  if (error.type === 'InvitationDenied' && error.denials[0].type === 'RateLimited6Months') {
    return { invitationId, said: 'refused', by: error.denials[0].invitationId }
  }
  const isPlanned =
    error.type === 'DependencyFailed' && /disk is full|database is locked/.test(String(error.cause))
  if (isPlanned && tries < 100) return answerTo(attempt, tries + 1)
  throw new Error('An answer that nobody expects', { cause: error })
}
