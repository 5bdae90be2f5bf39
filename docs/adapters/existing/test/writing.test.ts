import {
  AnswerService,
  type Invitation,
  InvitationPolicy,
  InvitationService,
  repeatableAt,
} from 'group-invitations'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { relayOne } from '../../postgres/relay.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, SITE } from './fixtures.js'
import { openExisting } from './open-existing.js'

const { client, database } = await openExisting()
afterAll(() => client.close())

const repositories = repositoriesIn(database, SITE)
const policy = new InvitationPolicy(repositories)
const service = new InvitationService(policy, repositories)
const answerService = new AnswerService(policy, repositories)

beforeEach(async () => {
  await emptyTables(database)
  await client.exec(`
    INSERT INTO users (id, username, email, first_name, last_name) VALUES
      (1, 'anna', '', 'Anna', 'Berg'), (9007199254740993, 'bernd', '', 'Bernd', 'Cohn'), (3, 'clara', '', 'Clara', 'Dorn');
    INSERT INTO profile_interests (user_id, kind, position, label) VALUES (9007199254740993, 'offering', 1, 'TypeScript');
    INSERT INTO communities (id, slug, title, join_policy) VALUES (1, 'typescript', 'TypeScript', 'open');
    INSERT INTO community_members (community_id, user_id, role, state) VALUES (1, 1, 'owner', 'active')`)
})

const BERND = '9007199254740993'

const send = () =>
  service.send(
    {
      inviterId: '1',
      recipientId: BERND,
      groupId: '1',
      route: 'profile',
      text: 'Lieber Bernd, du bietest TypeScript an. Unsere Gruppe trifft sich jeden Montag und sucht Vorträge.',
      reference: { field: 'haves', entry: 'TypeScript' },
    },
    { invitationId: 'one' },
  )

const rowsOfBernd = async () => {
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT id::int, role, state, joined_at::text, left_at::text FROM community_members WHERE user_id = ${BERND} ORDER BY id`,
  )
  return rows
}

test('sends, hands over by the relay of PostgreSQL as it is, and admits', async () => {
  expect((await send())._unsafeUnwrap().replayed).toBe(false)
  expect((await send())._unsafeUnwrap().replayed).toBe(true)
  const delivered: string[] = []
  const relay = {
    database: client,
    service,
    transport: {
      deliver: ({ idempotencyKey }: { idempotencyKey: string }) => {
        delivered.push(idempotencyKey)
        return Promise.resolve()
      },
    },
    report: (_: unknown, problem: unknown) => expect(problem).toBeUndefined(),
  }
  while (await relayOne(relay));
  expect(delivered.sort()).toEqual(['one.email', 'one.news'])
  const accepted = await answerService.accept({ invitationId: 'one', memberId: BERND })
  expect(accepted._unsafeUnwrap()).toMatchObject({ status: 'Accepted', standing: 'member' })
})

const AT = new Date('2026-07-08T03:04:05.678Z')
const AT_UTC = '2026-07-08 03:04:05.678'

function invitationOf(invitationId: string, text: string): Invitation {
  const sentAt = new Date('2026-07-01T00:00:00.000Z')
  return {
    invitationId,
    inviterId: '1',
    recipientId: BERND,
    groupId: '1',
    route: 'profile',
    text,
    sentAt,
    repeatableAt: repeatableAt(sentAt),
  }
}

async function accept(standing: 'member' | 'pending') {
  const invitation = invitationOf('two', 'Lieber Bernd')
  await repositories.invitations.commit({ invitation, textFingerprint: '1.', deliveries: [] })
  return repositories.answers.change({
    change: {
      invitationId: 'two',
      status: 'Accepted',
      changedAt: AT,
      changedBy: { memberId: BERND },
    },
    from: ['Open', 'Declined'],
    invitation,
    admit: { groupId: '1', memberId: BERND, standing },
  })
}

const bernd = (role: string, state: string, leftAt = 'NULL') =>
  client.exec(
    `INSERT INTO community_members (community_id, user_id, role, state, left_at) VALUES (1, ${BERND}, '${role}', '${state}', ${leftAt})`,
  )

const rows = (
  ...all: readonly (readonly [role: string, state: string, joined?: string | null, left?: string])[]
) =>
  all.map(
    ([role, state, joined_at = null, left_at = null]) =>
      expect.objectContaining({ role, state, joined_at, left_at }) as unknown,
  )

test('adds a row in UTC, and leaves those that have ended', async () => {
  await bernd('admin', 'left', "'2020-01-01'")
  await bernd('editor', 'active', "'2021-01-01'")
  await bernd('subscriber', 'blocked', "'2022-01-01'")
  expect(await accept('member')).toEqual({ type: 'Changed', standing: 'member' })
  expect(await rowsOfBernd()).toEqual(
    rows(
      ['admin', 'left', null, '2020-01-01 00:00:00'],
      ['editor', 'active', null, '2021-01-01 00:00:00'],
      ['subscriber', 'blocked', null, '2022-01-01 00:00:00'],
      ['subscriber', 'active', AT_UTC],
    ),
  )
})

test('makes a membership of the application itself', async () => {
  await bernd('subscriber', 'requested')
  const [{ id } = {}] = await rowsOfBernd()
  await accept('member')
  expect(await rowsOfBernd()).toEqual([
    { id, role: 'subscriber', state: 'active', joined_at: AT_UTC, left_at: null },
  ])
})

test('adds an application, and ends what the earlier feature has written', async () => {
  await bernd('subscriber', 'invited')
  expect(await accept('pending')).toEqual({ type: 'Changed', standing: 'pending' })
  expect(await rowsOfBernd()).toEqual(
    rows(['subscriber', 'left', null, AT_UTC], ['subscriber', 'requested']),
  )
})

test('makes a member of a follower', async () => {
  await bernd('follower', 'active')
  expect(await accept('member')).toEqual({ type: 'Changed', standing: 'member' })
  expect(await rowsOfBernd()).toEqual(rows(['subscriber', 'active', AT_UTC]))
})

test.each([
  ['owner', 'active', { type: 'Changed', standing: 'moderator' }],
  ['editor', 'active', { type: 'Changed', standing: 'member' }],
  ['follower', 'blocked', { type: 'NotAdmitted' }],
] as const)('changes no %s who is %s', async (role, state, outcome) => {
  await bernd(role, state)
  expect(await accept('member')).toEqual(outcome)
  expect(await rowsOfBernd()).toEqual(rows([role, state]))
})

test('an error has nothing that members have written', async () => {
  // A NUL, which PostgreSQL does not take.
  const invitation = invitationOf('three', 'Lieber Bernd\0')
  const committing = async () =>
    repositories.invitations.commit({ invitation, textFingerprint: '1.', deliveries: [] })
  const error: unknown = await committing().catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(Error)
  expect(`${String(error)} ${(error as Error).stack ?? ''}`).not.toContain('Lieber')
})
