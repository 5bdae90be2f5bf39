import { PGlite } from '@electric-sql/pglite'
import {
  AnswerService,
  InvitationPolicy,
  InvitationService,
  type Standing,
} from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { admit } from '../../../examples/admitting.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'

const GROUP = 'typescript-hamburg'
const database = new PGlite()
beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())
beforeEach(async () => {
  await emptyTables(database)
  await seed(database, { ...NETWORK, blocks: [] })
})

const repositories = repositoriesIn(database)
const policy = new InvitationPolicy(repositories, { clock: () => NOW })

const standings = async () =>
  Object.fromEntries(
    (await repositories.memberships.findStandings([GROUP], ['anna', 'bernd', 'clara', 'dora'])).get(
      GROUP,
    ) ?? [],
  )
const set = (memberId: string, standing: Standing) =>
  database.query(
    `INSERT INTO memberships (group_id, member_id, standing) VALUES ($1, $2, $3)
         ON CONFLICT (group_id, member_id) DO UPDATE SET standing = excluded.standing`,
    [GROUP, memberId, standing],
  )

describe('admitting an applicant', () => {
  test('makes a member of who has accepted, and the replay shows it', async () => {
    const service = new InvitationService(policy, repositories)
    const answers = new AnswerService(policy, repositories)
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    const acceptance = { invitationId: 'i-1', memberId: 'bernd' }
    expect(await answers.accept(acceptance)).toMatchObject({ value: { standing: 'pending' } })
    expect(await admit(database, 'clara', GROUP, 'bernd')).toBe(true)
    expect(await answers.accept(acceptance)).toMatchObject({
      value: { standing: 'member', status: 'Accepted', replayed: true },
    })
    expect(await admit(database, 'clara', GROUP, 'bernd')).toBe(false)
  })

  test('is what a moderator does who wants to invite an applicant', async () => {
    await set('bernd', 'pending')
    const verdict = await policy.evaluate(aRequest({ inviterId: 'clara' }))
    expect(verdict).toMatchObject({
      error: { denials: [{ type: 'MembershipPending', inviterMayAdmit: true }] },
    })
    expect(await admit(database, 'clara', GROUP, 'bernd')).toBe(true)
  })

  test.each(['member', 'moderator', 'banned', undefined] as const)(
    'changes nothing of somebody who is %s',
    async (standing) => {
      if (standing) await set('bernd', standing)
      const before = await standings()
      expect(await admit(database, 'clara', GROUP, 'bernd')).toBe(false)
      expect(await standings()).toEqual(before)
    },
  )

  test.each(['anna', 'bernd', 'dora', 'nobody'])('is not for %s', async (memberId) => {
    await set('bernd', 'pending')
    // Anna is a moderator, but of another group.
    expect(await admit(database, memberId, GROUP, 'bernd')).toBe(false)
    expect(await standings()).toMatchObject({ bernd: 'pending' })
  })
})
