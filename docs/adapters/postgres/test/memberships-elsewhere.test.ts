import { PGlite } from '@electric-sql/pglite'
import {
  AnswerService,
  InvitationPolicy,
  InvitationService,
  type Standing,
} from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { answerRepositoryContract } from 'group-invitations/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { joinAll, type MembershipService } from '../../../examples/joining-worker.js'
import {
  answersBeside,
  JOININGS,
  membershipsBeside,
} from '../../../examples/memberships-elsewhere.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'

const GROUP = 'typescript-hamburg'
const database = new PGlite()
beforeAll(() => database.exec(`${SCHEMA}; ${JOININGS}`))
afterAll(() => database.close())

const empty = async () => {
  await emptyTables(database)
  await database.query('TRUNCATE joinings')
}

describe('the answers beside memberships that live elsewhere', () => {
  const cases = answerRepositoryContract(
    async () => {
      await empty()
      return {
        repository: answersBeside(database),
        seed: (network) => seed(database, network),
        close: () => undefined,
      }
    },
    { lacks: ['another', 'standings', 'pending', 'banned'] },
  )
  for (const { name, needs, run } of cases) test.skipIf(needs !== undefined)(name, run)

  test('lack what the kit says, and no more', () => {
    const lacking = cases.filter(({ needs }) => needs !== undefined)
    expect(new Set(lacking.map(({ needs }) => needs))).toEqual(
      new Set(['another', 'standings', 'pending', 'banned']),
    )
    expect(cases.length - lacking.length).toBeGreaterThan(20)
  })
})

/** The other service: it remembers the keys that it has seen. */
function elsewhereOf(store: InMemoryRepositories): MembershipService {
  const keys = new Set<string>()
  return {
    async join({ groupId, memberId, standing }, key) {
      if (keys.has(key)) return
      keys.add(key)
      const inGroup = (await store.memberships.findStandings([groupId], [memberId])).get(groupId)
      const before = inGroup?.get(memberId)
      if (before !== undefined && before !== 'pending') return
      store.setStanding(groupId, memberId, standing)
    },
  }
}

describe('joining afterwards', () => {
  let store: InMemoryRepositories
  let elsewhere: MembershipService
  let answers: AnswerService
  let policy: InvitationPolicy
  beforeEach(async () => {
    await empty()
    await seed(database, { ...NETWORK, groups: NETWORK.groups, blocks: [] })
    await database.query('TRUNCATE memberships')
    store = createInMemoryRepositories(NETWORK)
    elsewhere = elsewhereOf(store)
    const repositories = {
      ...repositoriesIn(database),
      memberships: membershipsBeside(database, store.memberships),
      answers: answersBeside(database),
    }
    policy = new InvitationPolicy(repositories, { clock: () => NOW })
    answers = new AnswerService(policy, repositories)
    const service = new InvitationService(policy, repositories)
    const byClara = aRequest({ inviterId: 'clara', text: 'Lieber Bernd, Schach und TypeScript?' })
    expect((await service.send(byClara, { invitationId: 'by-clara' })).isOk()).toBe(true)
    expect((await service.send(aRequest(), { invitationId: 'by-anna' })).isOk()).toBe(true)
  })

  const accept = (invitationId = 'by-clara') => answers.accept({ invitationId, memberId: 'bernd' })
  const elsewhereNow = async (): Promise<Standing | undefined> =>
    (await store.memberships.findStandings([GROUP], ['bernd'])).get(GROUP)?.get('bernd')
  const joinings = async () => (await database.query('SELECT * FROM joinings')).rows

  test('shows pending until the worker has joined, and then member', async () => {
    const accepted = { status: 'Accepted', standing: 'pending' }
    expect(await accept()).toMatchObject({ value: { ...accepted, replayed: false } })
    expect(await accept()).toMatchObject({ value: { ...accepted, replayed: true } })
    expect(await elsewhereNow()).toBeUndefined()
    expect(await policy.evaluate(aRequest({ inviterId: 'clara' }))).toMatchObject({
      error: { denials: [{ type: 'RateLimited6Months' }, { type: 'MembershipPending' }] },
    })
    expect(await joinAll(database, elsewhere)).toEqual([])
    expect(await elsewhereNow()).toBe('member')
    expect(await joinings()).toEqual([])
    expect(await accept()).toMatchObject({ value: { standing: 'member', replayed: true } })
  })

  test('asks for a moderator if the inviter is none', async () => {
    expect(await accept('by-anna')).toMatchObject({ value: { standing: 'pending' } })
    await joinAll(database, elsewhere)
    expect(await elsewhereNow()).toBe('pending')
  })

  test('stores the status and the row together, or neither', async () => {
    const failing = {
      query: <Row>(sql: string, parameters?: unknown[]) =>
        database.query<Row>(sql.replace('INSERT INTO joinings', 'INSERT INTO nowhere'), parameters),
    }
    const admit = { groupId: GROUP, memberId: 'bernd', standing: 'member' as const }
    const invitation = (await repositoriesIn(database).invitations.findInvitation('by-clara')) ?? {
      ...aRequest(),
      ...{ invitationId: '', sentAt: NOW, repeatableAt: NOW },
    }
    const change = {
      ...{ invitationId: 'by-clara', status: 'Accepted' as const, changedAt: NOW },
      changedBy: { memberId: 'bernd' },
    }
    const record = { change, from: ['Open', 'Declined'] as const, invitation, admit }
    await expect(answersBeside(failing).change(record)).rejects.toThrow(/nowhere/)
    expect((await answersBeside(database).findChanges(['by-clara'])).size).toBe(0)
    expect(await answersBeside(database).change(record)).toEqual({
      ...{ type: 'Changed', standing: 'pending' },
    })
    expect(await answersBeside(database).change(record)).toEqual({ type: 'NotChanged', change })
    expect(await joinings()).toHaveLength(1)
  })

  test('has no row for what is declined or withdrawn', async () => {
    expect((await answers.decline({ invitationId: 'by-clara', memberId: 'bernd' })).isOk()).toBe(
      true,
    )
    expect((await answers.withdraw({ invitationId: 'by-anna', memberId: 'anna' })).isOk()).toBe(
      true,
    )
    expect(await joinings()).toEqual([])
  })

  test('tries again what has failed, and joins the others', async () => {
    expect((await accept()).isOk()).toBe(true)
    expect((await accept('by-anna')).isOk()).toBe(true)
    const half: MembershipService = {
      join: (admission, key) =>
        key === 'by-anna' ? Promise.reject(new Error('down')) : elsewhere.join(admission, key),
    }
    expect(await joinAll(database, half)).toEqual([new Error('down')])
    expect(await elsewhereNow()).toBe('member')
    expect(await joinings()).toHaveLength(1)
    expect(await joinAll(database, elsewhere)).toEqual([])
    expect(await elsewhereNow()).toBe('member')
  })

  test('brings nobody back who has left, if the worker was killed before it noted the joining', async () => {
    expect((await accept()).isOk()).toBe(true)
    const dying = {
      query: <Row>(sql: string, parameters?: unknown[]) => {
        if (sql.startsWith('DELETE')) throw new Error('killed')
        return database.query<Row>(sql, parameters)
      },
    }
    expect(await joinAll(dying, elsewhere)).toEqual([new Error('killed')])
    expect(await elsewhereNow()).toBe('member')
    store.setStanding(GROUP, 'bernd')
    expect(await joinAll(database, elsewhere)).toEqual([])
    expect(await elsewhereNow()).toBeUndefined()
  })

  test.each(['banned', 'moderator'] as const)(
    'changes nothing of somebody who is %s meanwhile',
    async (standing) => {
      expect((await accept()).isOk()).toBe(true)
      store.setStanding(GROUP, 'bernd', standing)
      expect(await joinings()).toHaveLength(1)
      expect(await accept()).toMatchObject({ value: { standing, replayed: true } })
      expect(await joinAll(database, elsewhere)).toEqual([])
      expect(await elsewhereNow()).toBe(standing)
      expect(await joinings()).toEqual([])
    },
  )
})
