// One process of the race over a file of libsql: sends its attempts, and writes down each answer. Commits fail at random.
import { createClient } from '@libsql/client'
import { type Answer, Journal } from '../../../../test/support/race/journal.js'
import { type Attempt, attemptsOf, type Plan } from '../../../../test/support/race/plan.js'
import { libsql } from '../libsql.js'
import { openService } from '../wiring.js'

const [file = '', journalFile = '', which = '', plan = ''] = process.argv.slice(2)
const database = libsql(() => createClient({ url: `file:${file}`, timeout: 20 }))
const { service } = openService(database, { policy: { enforcement: { MassMessage: 'off' } } })
const journal = new Journal<Answer>(journalFile)
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
    error.type === 'DependencyFailed' && /disk is full|Other writes/.test(String(error.cause))
  if (isPlanned && tries < 100) return answerTo(attempt, tries + 1)
  throw new Error('An answer that nobody expects', { cause: error })
}
