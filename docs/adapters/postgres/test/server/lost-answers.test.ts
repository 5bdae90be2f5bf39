import { AnswerService, InvitationPolicy } from 'group-invitations'
import type { Pool } from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { repositoriesIn } from '../../repositories.js'
import { emptyTables, seed, standingOf } from '../fixtures.js'
import { openDatabase, untilWaiting } from './pools.js'
import { cutConnections } from './race/cut-connections.js'

const database = await openDatabase()
const pool = database.pool()
const service = serviceOver(pool)
const cut = serviceOver(cutConnections(database.pool()))
afterAll(() => database.close())

const BERND = { invitationId: 'i-1', memberId: 'bernd' }

beforeEach(async () => {
  await emptyTables(pool)
  await seed(pool, {
    members: ['anna', 'bernd'].map((memberId) => ({ memberId, displayName: memberId })),
    groups: [{ groupId: 'chess', name: 'Schach', standings: { anna: 'moderator' } }],
    invitations: [
      {
        invitationId: 'i-1',
        inviterId: 'anna',
        recipientId: 'bernd',
        groupId: 'chess',
        sentAt: new Date(),
        text: 'Lieber Bernd, spielst du mit?',
      },
    ],
  })
})

test.each([
  ['accept', BERND, { status: 'Accepted', standing: 'member' }],
  ['decline', BERND, { status: 'Declined' }],
  ['withdraw', { invitationId: 'i-1', memberId: 'anna' }, { status: 'Withdrawn' }],
] as const)(
  'a connection that is lost after the commit, while somebody wants to %s: the same call finds out',
  async (action, request, answer) => {
    const lost = await cut[action](request)
    expect(lost._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      dependency: 'answers',
      operation: 'change',
      effect: 'unknown',
    })
    const first = await stored()
    expect(first).toMatchObject(answer)

    const again = await service[action](request)
    expect(again._unsafeUnwrap()).toMatchObject({ ...answer, replayed: true })
    expect(await stored()).toEqual(first)
  },
)

test.each(['accept', 'decline'] as const)(
  'an invitation that is erased while the recipient wants to %s: nothing is stored',
  async (action) => {
    const eraser = await pool.connect()
    await eraser.query('BEGIN')
    await eraser.query(`DELETE FROM invitations WHERE invitation_id = 'i-1'`)
    const answering = service[action](BERND)
    await untilWaiting(pool)
    await eraser.query('COMMIT')
    eraser.release()

    expect((await answering)._unsafeUnwrapErr().type).toBe('DependencyFailed')
    expect((await service[action](BERND))._unsafeUnwrapErr().type).toBe('InvitationNotFound')
    expect(await stored()).toEqual({})
  },
)

function serviceOver(answering: Pool): AnswerService {
  const repositories = repositoriesIn(answering)
  return new AnswerService(new InvitationPolicy(repositories), repositories)
}

/** The status of the invitation, and the standing of its recipient. */
async function stored() {
  const { answers } = repositoriesIn(pool)
  const change = (await answers.findChanges(['i-1'])).get('i-1')
  return {
    status: change?.status,
    changedAt: change?.changedAt,
    standing: await standingOf(pool, 'chess', 'bernd'),
  }
}
