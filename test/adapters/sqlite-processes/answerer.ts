// One process of the race of answers over SQLite: accepts, declines and withdraws each invitation in a random order, and
// writes down what it was told.
import { AnswerService, InvitationPolicy } from 'group-invitations'
import { nodeSqlite } from '../../../docs/adapters/sqlite/node-sqlite.js'
import { repositoriesIn } from '../../../docs/adapters/sqlite/repositories.js'
import { sqlite } from '../../../docs/adapters/sqlite/test/builtin.js'
import { Journal } from '../../support/race/journal.js'

/** The answer to one action on one invitation. */
export interface Told {
  readonly key: string
  readonly invitationId: string
  /** The status that was returned, or the type of the denial. */
  readonly told: string
  readonly replayed: boolean
}

const ACTIONS = ['accept', 'decline', 'withdraw'] as const

const [file = '', journalFile = '', which = '', count = ''] = process.argv.slice(2)
const DatabaseSync = await sqlite()
if (!DatabaseSync) throw new Error('There is no SQLite')
const repositories = repositoriesIn(nodeSqlite(new DatabaseSync(file)))
const service = new AnswerService(new InvitationPolicy(repositories), repositories)
const journal = new Journal<Told>(journalFile)
const done = new Set(journal.entries().map(({ key }) => key))

for (let at = 0; at < Number(count); at += 1) {
  for (const action of [...ACTIONS].sort(() => Math.random() - 0.5)) {
    const key = `${which} ${action} ${at}`
    if (!done.has(key)) journal.append({ key, ...(await answerTo(`i-${at}`, action, at)) })
  }
}

/** Tries again where the write has failed, or has waited too long for the others, as a client does. */
async function answerTo(
  invitationId: string,
  action: (typeof ACTIONS)[number],
  at: number,
  tries = 1,
): Promise<Omit<Told, 'key'>> {
  const memberId = action === 'withdraw' ? 'anna' : `guest-${at}`
  const answered = await service[action]({ invitationId, memberId })
  if (answered.isOk()) {
    const { status, replayed } = answered.value
    return { invitationId, told: status, replayed }
  }
  const { error } = answered
  const isPlanned =
    error.type === 'DependencyFailed' && /disk is full|database is locked/.test(String(error.cause))
  if (isPlanned && tries < 100) return answerTo(invitationId, action, at, tries + 1)
  if (isPlanned) throw new Error('It never succeeds', { cause: error })
  return { invitationId, told: error.type, replayed: false }
}
