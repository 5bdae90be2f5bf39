import type { InvitationRequest } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { seed, standingOf } from '../../../postgres/test/fixtures.js'
import { keyIn } from '../../shards.js'
import { openService, runJoining } from '../../wiring.js'
import { SHARDED_SCHEMA } from '../fixtures.js'

const databases = await Promise.all(
  ['network', 'one', 'other'].map(() => openDatabase(SHARDED_SCHEMA)),
)
afterAll(() => Promise.all(databases.map(({ close }) => close())))

test('what is wired together sends, answers, and joins those who have accepted', async () => {
  const [network = '', ...servers] = databases.map(({ url }) => url)
  const problems: unknown[] = []
  const log = (problem: unknown) => problems.push(problem)
  const opened = openService({ network, invitations: servers }, log, {
    policy: { pace: { burst: 1, every: { minutes: 5 } } },
  })
  const { home, pools, service, answerService } = opened
  await seed(home, NETWORK)
  const send = (changes: Partial<InvitationRequest> = {}) =>
    service.send(aRequest(changes), { invitationId: keyIn('anna', changes.recipientId ?? 'bernd') })

  expect((await send())._unsafeUnwrap().replayed).toBe(false)
  expect((await send())._unsafeUnwrap().replayed).toBe(true)
  const next = await send({ recipientId: 'dora' })
  expect(next._unsafeUnwrapErr()).toMatchObject({
    denials: expect.arrayContaining([
      expect.objectContaining({ type: 'TooManyInvitations' }),
    ]) as unknown,
  })

  const invitationId = keyIn('anna', 'bernd')
  const accepted = await answerService.accept({ invitationId, memberId: 'bernd' })
  expect(accepted._unsafeUnwrap().status).toBe('Accepted')
  const stop = new AbortController()
  const joining = runJoining(opened, log, stop.signal)
  await expect
    .poll(() => standingOf(home, 'typescript-hamburg', 'bernd'), { timeout: 10_000 })
    .toMatch(/^(member|pending)$/)
  stop.abort()
  await joining
  await Promise.all([home, ...pools].map((pool) => pool.end()))
  expect(problems).toEqual([])
})

test('joins those who have accepted, also while one server or one membership fails', async () => {
  const [network = '', ...servers] = databases.map(({ url }) => url)
  const problems: unknown[] = []
  const log = (problem: unknown) => problems.push(problem)
  const opened = openService({ network, invitations: servers }, log)
  const { home, pools } = opened
  const [failing, other] = pools
  const join = (pool: typeof failing, invitationId: string, memberId: string) =>
    pool?.query(`INSERT INTO joinings VALUES ($1, 'chess', $2, 'member')`, [invitationId, memberId])
  const untilMember = (memberId: string) =>
    expect.poll(() => standingOf(home, 'chess', memberId), { timeout: 10_000 }).toBe('member')

  await home.query(`ALTER TABLE memberships ADD CONSTRAINT no_nora CHECK (member_id <> 'nora')`)
  await failing?.query('ALTER TABLE joinings RENAME TO away')
  await join(other, 'i-1', 'nora')
  await join(other, 'i-2', 'olga')
  const stop = new AbortController()
  const joining = runJoining(opened, log, stop.signal)
  await untilMember('olga')
  await failing?.query('ALTER TABLE away RENAME TO joinings')
  await join(failing, 'i-3', 'paul')
  await untilMember('paul')
  stop.abort()
  await joining
  await Promise.all([home, ...pools].map((pool) => pool.end()))
  expect(problems.map(String)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('"joinings"'),
      expect.stringContaining('no_nora'),
    ]),
  )
})
