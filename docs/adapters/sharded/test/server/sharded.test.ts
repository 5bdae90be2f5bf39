import {
  type AnswerRepository,
  AnswerService,
  type InvitationRepository,
  deliveriesOf,
  type InvitationRecord,
  InvitationPolicy,
  repeatableAt,
  type Repositories,
} from 'group-invitations'
import { answerRepositoryContract, invitationRepositoryContract } from 'group-invitations/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { joinAll } from '../../../../examples/joining-worker.js'
import { JOININGS } from '../../../../examples/memberships-elsewhere.js'
import { failedCases } from '../../../../../test/support/failed-cases.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { answersIn } from '../../../postgres/answers.js'
import type { Database } from '../../../postgres/database.js'
import { invitationsIn } from '../../../postgres/invitations.js'
import { seed, setStanding, standingOf } from '../../../postgres/test/fixtures.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { membershipServiceIn } from '../../joining.js'
import { repositoriesIn } from '../../repositories.js'
import { keyIn, shardsOver } from '../../shards.js'
import { invitersOn, SHARDED_SCHEMA, seedShards, shardedFixtures } from '../fixtures.js'

const databases = await Promise.all(
  ['network', 'one', 'other'].map(() => openDatabase(SHARDED_SCHEMA)),
)
afterAll(() => Promise.all(databases.map(({ close }) => close())))

const asked: Database[] = []
const [network, ...servers] = databases.map(({ pool: open }): Database => {
  const pool: Database = open()
  const database: Database = {
    query: <Row>(sql: string, parameters?: unknown[]) => {
      asked.push(database)
      return pool.query<Row>(sql, parameters)
    },
  }
  return database
}) as [Database, Database, Database]
const shards = shardsOver(servers)
const repositories = repositoriesIn(network, shards)
const instance = { network, shards }
const [here = '', there = ''] = invitersOn(2)
const AT = new Date('2030-01-31T08:00:00.123Z')

function recordOf(
  invitationId: string,
  inviterId: string,
  recipientId = 'bernd',
): InvitationRecord {
  const invitation = {
    ...{ invitationId, inviterId, recipientId, groupId: 'typescript-hamburg' },
    route: 'profile' as const,
    text: 'Lieber Bernd, du suchst TypeScript.',
    sentAt: AT,
    repeatableAt: repeatableAt(AT),
  }
  return { invitation, textFingerprint: `1.${invitationId}`, deliveries: deliveriesOf(invitation) }
}

const NOBODY = { members: [], groups: [], contacts: [], blocks: [], invitations: [] }

beforeEach(async () => {
  await shardedFixtures(instance, instance)('answers')()
  await seed(network, { ...NETWORK, blocks: [] })
  await seed(network, { ...NOBODY, members: [{ memberId: there, displayName: 'Theo There' }] })
  asked.length = 0
})

describe('an identifier', () => {
  test('of keyIn is committed and found by one server alone', async () => {
    const invitationId = keyIn(here, 'monday')
    await repositories.invitations.commit(recordOf(invitationId, here))
    await repositories.invitations.findInvitation(invitationId)
    expect(new Set(asked)).toEqual(new Set([shards.of(here)]))
    expect(asked).toHaveLength(2)
  })

  test('of keyIn is taken by nobody else: nothing is stored', async () => {
    const record = recordOf(keyIn(here, 'monday'), there)
    await expect(async () => repositories.invitations.commit(record)).rejects.toThrow(
      'another inviter',
    )
    expect(asked).toEqual([])
  })

  test('of another form is looked for on the other servers before it is stored', async () => {
    await repositories.invitations.commit(recordOf('i-1', here))
    const outcome = await repositories.invitations.commit(recordOf('i-1', there, 'clara'))
    expect(outcome).toMatchObject({ type: 'IdTaken', invitation: { inviterId: here } })
  })
})

describe('a recipient who accepts on the server of the inviter', () => {
  const group = 'typescript-hamburg'
  const memberships = membershipServiceIn(network)

  beforeEach(async () => {
    await setStanding(network, group, 'bernd', undefined)
    await setStanding(network, group, there, 'moderator')
    const invitationId = keyIn(there, 'monday')
    await repositories.invitations.commit(recordOf(invitationId, there))
    const policy = new InvitationPolicy(repositories, { clock: () => AT })
    const answers = new AnswerService(policy, repositories)
    const accepted = await answers.accept({ invitationId, memberId: 'bernd' })
    expect(accepted._unsafeUnwrap()).toMatchObject({ status: 'Accepted', standing: 'pending' })
  })

  test('is joined in the network by the worker, once', async () => {
    const again = await shards.of(there).query('SELECT * FROM joinings')
    expect(await standingOf(network, group, 'bernd')).toBeUndefined()
    const standings = await repositories.memberships.findStandings([group], ['bernd'])
    expect(standings.get(group)?.get('bernd')).toBe('pending')
    expect(await joinAll(shards.of(there), memberships)).toEqual([])
    expect(await standingOf(network, group, 'bernd')).toBe('member')
    // They leave, and a worker that was killed comes back.
    await setStanding(network, group, 'bernd', undefined)
    expect(again.rows).toHaveLength(1)
    const admission = { groupId: group, memberId: 'bernd', standing: 'member' } as const
    await memberships.join(admission, keyIn(there, 'monday'))
    expect(await standingOf(network, group, 'bernd')).toBeUndefined()
  })

  test.each([
    ['banned', 'banned'],
    ['moderator', 'moderator'],
    ['pending', 'member'],
  ] as const)('and is %s by then is %s afterwards', async (before, after) => {
    await setStanding(network, group, 'bernd', before)
    expect(await joinAll(shards.of(there), memberships)).toEqual([])
    expect(await standingOf(network, group, 'bernd')).toBe(after)
  })
})

test('the table of the joinings is the one of the recipe', () => {
  const words = (sql: string) => sql.split(/\s+/).join(' ')
  expect(words(SHARDED_SCHEMA)).toContain(words(JOININGS))
})

describe('the received list of several servers', () => {
  const invitations = Array.from({ length: 60 }, (_nothing, n) => ({
    ...recordOf(`i-${String((n * 7) % 60).padStart(2, '0')}`, n % 3 === 0 ? here : there)
      .invitation,
    // Several at each instant, on both servers.
    sentAt: new Date(+AT + Math.floor(n / 5) * 1000),
    textFingerprint: '1.x',
  }))
  const newest = [...invitations]
    .sort(
      (one, other) =>
        +other.sentAt - +one.sentAt || (one.invitationId < other.invitationId ? 1 : -1),
    )
    .map(({ invitationId }) => invitationId)

  test.each([1, 7, 59, 60, 100])('is one list, newest first, in pages of %i', async (limit) => {
    await seedShards(instance, { ...NOBODY, invitations })
    const found: string[] = []
    for (let before: string | undefined; ;) {
      const page = await repositories.answers.findInvitationsOf('bernd', 'recipient', limit, before)
      found.push(...page.map(({ invitationId }) => invitationId))
      if (page.length < limit) break
      before = found.at(-1)
    }
    expect(found).toEqual(newest)
  })
})

const LACKS = ['another', 'standings', 'pending', 'banned'] as const

/** The fixtures of a port, with an adapter as it must not be. */
const brokenFixtures =
  <Port extends 'invitations' | 'answers'>(port: Port, repository: Repositories[Port]) =>
  async () => ({ ...(await shardedFixtures(instance, instance)(port)()), repository })

describe('the kit finds out an adapter that', () => {
  test('looks for an identifier only where its inviter is', async () => {
    const commit: InvitationRepository['commit'] = (record) =>
      invitationsIn(shards.of(record.invitation.inviterId)).commit(record)
    const open = brokenFixtures('invitations', { ...repositories.invitations, commit })
    const cases = invitationRepositoryContract(open, { lacks: LACKS })
    const ids = ['commit/id-taken', 'commit/nothing-if-id-taken', 'commit/pace-unused']
    expect(await failedCases(cases.filter(({ id }) => ids.includes(id)))).toEqual(ids)
  })

  test('asks for the received list only where the recipient is as an inviter', async () => {
    const findInvitationsOf: AnswerRepository['findInvitationsOf'] = (memberId, ...page) =>
      answersIn(shards.of(memberId)).findInvitationsOf(memberId, ...page)
    const open = brokenFixtures('answers', { ...repositories.answers, findInvitationsOf })
    const cases = answerRepositoryContract(open, { lacks: LACKS })
    const ids = ['newest', 'pages', 'exact'].map((name) => `findInvitationsOf/${name}`)
    expect(await failedCases(cases.filter(({ id }) => ids.includes(id)))).toEqual(ids)
  })
})
